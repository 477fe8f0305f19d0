import { afterAll, beforeAll, expect, it } from 'vitest'
import { readFixture } from '../../../../test/fixtures/read-fixture.ts'
import type { Person } from '../../../../test/person.ts'
import { type RunningApp, startApp } from '../../../../test/running-app.ts'

let app: RunningApp
let owner: Person
/** More than go at once: Dana's, credited by a window that is shorter now. */
const many = 520

beforeAll(async () => {
  app = await startApp()
  owner = await app.organize()
  const connect = async (provider: string) => {
    const secret = `secret-of-${provider}`
    const { createConnection } = await owner.ask<{ createConnection: { connection: { webhookUrl: string } } }>(
      'mutation ($input: CreateConnectionInput!) { createConnection(input: $input) { connection { webhookUrl } } }',
      { input: { provider, name: 'Main', webhookSecret: secret } },
    )
    return { webhookUrl: createConnection.connection.webhookUrl, secret }
  }
  await app.deliver(await connect('CALENDLY'), readFixture('calendly/invitee.created'))
  await app.deliver(await connect('STRIPE'), readFixture('stripe/charge.succeeded'))
  await app.drain()
  await app.data.owner`
    insert into payments (organization_id, id, origin, provider, connection_id, purchase_ref, amount_minor, currency, paid_at, status, metadata, customer_email,
      attribution_method, confidence, lead_id, event_id, closer_id)
    select organization_id, gen_random_uuid(), origin, provider, connection_id, 'many_' || n, 100, currency, paid_at, status, '{}', customer_email,
      attribution_method, confidence, lead_id, event_id, closer_id
    from payments, generate_series(2, ${many}) n where event_id is not null`
  await owner.ask('mutation { updateOrganization(input: { attributionWindowDays: 1 }) { organization { id } } }')
})
afterAll(() => app.close())

const period = 'period: { from: "2026-01-01", to: "2026-12-31" }'
const told =
  'id payments locked changed filtered summary rerun { id } preview { id changed } job { id kind state progress requestedBy connection { id } }'

interface Run {
  id: string
  changed: number
  summary: string
  job: { state: string }
}

const runOf = async (id: string) =>
  (
    await owner.ask<{ attributionRun: Run }>(
      `query ($id: ID!) { attributionRun(id: $id) { ${told} people { role gained { amount } lost { amount currency } lostPayments }
         changes { payment { id } before { method event { id } } after { method } summary } } }`,
      { id },
    )
  ).attributionRun

const startPreview = `mutation { startAttributionPreview(input: { ${period} }) { run { ${told} } } }`
const startRerun = `mutation ($id: ID!) { startAttributionRerun(input: { previewId: $id }) { run { ${told} } } }`

it('a period that is too long for one act says so, in words and in numbers', async () => {
  const refused = await owner.refused(`query { previewAttribution(input: { ${period} }) { changed } }`)
  expect(refused).toMatchObject({
    message: expect.stringContaining('startAttributionPreview') as string,
    extensions: { code: 'BAD_USER_INPUT', limit: 100, fields: [{ path: 'period' }] },
  })
})

it('a long period is looked at and credited by runs, one at a time, which any admin finds again', async () => {
  const { startAttributionPreview } = await owner.ask<{ startAttributionPreview: { run: Run } }>(startPreview)
  const { id } = startAttributionPreview.run
  expect(startAttributionPreview.run).toMatchObject({
    payments: 0,
    preview: null,
    rerun: null,
    job: { id, kind: 'ATTRIBUTION_PREVIEW', state: 'QUEUED', connection: null },
  })
  expect(await owner.refused(startPreview)).toMatchObject({
    message: 'Credits are being re-run already. Wait until that is done, or stop it.',
    extensions: { code: 'CONFLICT' },
  })
  const { latestAttributionRun } = await owner.ask<{ latestAttributionRun: Run }>('{ latestAttributionRun { id } }')
  expect(latestAttributionRun).toEqual({ id })
  // What crediting is, is not stopped as a sync.
  const asSync = await owner.refused('mutation ($id: ID!) { cancelSync(input: { id: $id }) { job { id } } }', { id })
  expect(asSync.extensions.code).toBe('NOT_FOUND')

  await app.drain()
  const seen = await runOf(id)
  expect(seen).toMatchObject({
    payments: many,
    locked: 0,
    changed: many,
    filtered: false,
    summary: `${many} payments looked at. ${many} payments would be credited otherwise.`,
    job: { state: 'DONE', progress: 1 },
  })
  expect(seen).toHaveProperty('changes.length', 50)

  const { startAttributionRerun } = await owner.ask<{ startAttributionRerun: { run: Run } }>(startRerun, { id })
  expect((await owner.refused(startRerun, { id })).extensions.code).toBe('CONFLICT')
  await app.drain()
  expect(await runOf(startAttributionRerun.run.id)).toMatchObject({
    changed: many,
    preview: { id, changed: many },
    summary: `${many} payments looked at. ${many} payments were credited again.`,
    job: { kind: 'ATTRIBUTION_RERUN', state: 'DONE' },
  })
  expect(await runOf(id)).toMatchObject({ rerun: { id: startAttributionRerun.run.id } })
  const [credited] = await app.data.owner`select count(*)::int as n from payments where attribution_method = 'none'`
  expect(credited).toEqual({ n: many })
})

it('tells a key that credits of all but its job, which asks for the scope of jobs', async () => {
  const { latestAttributionRun } = await owner.ask<{ latestAttributionRun: Run }>('{ latestAttributionRun { id } }')
  const ask = async (scopes: string, fields: string) => {
    const { createApiKey } = await owner.ask<{ createApiKey: { secret: string } }>(
      `mutation { createApiKey(input: { name: "Key", scopes: [${scopes}] }) { secret } }`,
    )
    const { errors } = await app
      .withKey(createApiKey.secret)
      .send(`query ($id: ID!) { attributionRun(id: $id) { ${fields} } }`, { id: latestAttributionRun.id })
    return errors?.[0]?.extensions.code ?? 'allowed'
  }
  expect(await ask('PAYMENTS_WRITE', 'state progress summary changed')).toBe('allowed')
  expect(await ask('PAYMENTS_WRITE', 'job { id }')).toBe('FORBIDDEN')
  expect(await ask('PAYMENTS_WRITE, CONNECTIONS_READ', 'job { id }')).toBe('allowed')
  expect(await ask('CONNECTIONS_READ', 'state')).toBe('FORBIDDEN')
})

it('is stopped and taken up again by whoever may credit, and told to nobody of another organization', async () => {
  const { startAttributionPreview } = await owner.ask<{ startAttributionPreview: { run: Run } }>(startPreview)
  const { id } = startAttributionPreview.run
  const rival = await app.organize('Rival')
  expect(await rival.ask('query ($id: ID!) { attributionRun(id: $id) { id } latestAttributionRun { id } }', { id })).toEqual({
    attributionRun: null,
    latestAttributionRun: null,
  })
  for (const name of ['cancelAttributionRun', 'resumeAttributionRun'])
    expect((await rival.refused(`mutation ($id: ID!) { ${name}(input: { id: $id }) { run { id } } }`, { id })).extensions.code).toBe(
      'NOT_FOUND',
    )
  const act = async (name: string) =>
    (
      await owner.ask<Record<string, { run: Run }>>(`mutation ($id: ID!) { ${name}(input: { id: $id }) { run { job { state } } } }`, { id })
    )[name]?.run.job.state
  expect(await act('cancelAttributionRun')).toBe('CANCELED')
  expect(await act('resumeAttributionRun')).toBe('QUEUED')
  await app.drain()
  expect(await runOf(id)).toMatchObject({ changed: 0, job: { state: 'DONE' } })
  expect(await owner.refused(startRerun, { id })).toMatchObject({ message: 'By this preview nothing would change.' })
})
