import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Person } from '../../../../test/person.ts'
import { type RunningApp, startApp } from '../../../../test/running-app.ts'

let app: RunningApp
let owner: Person
beforeAll(async () => {
  app = await startApp()
  owner = await app.organize()
})
afterAll(() => app.close())

it('an organization has a hundred connections, also where several are made at once; another has its own', async () => {
  const connect = (by: Person) =>
    by.send(
      `mutation { createConnection(input: { provider: CALENDLY, name: "Team", webhookSecret: "a secret of calendly" }) { connection { id } } }`,
    )
  await app.data.owner`
    insert into connections (organization_id, id, provider, name, mapping, state)
    select ${owner.organizationId}, gen_random_uuid(), 'calendly', 'Team ' || n, '{}', 'disabled' from generate_series(1, 98) n`
  const answers = await Promise.all(Array.from({ length: 6 }, () => connect(owner)))
  const refused = answers.flatMap(({ errors }) => errors ?? [])
  expect(refused).toHaveLength(4)
  for (const problem of refused)
    expect(problem).toMatchObject({
      message: 'An organization has at most 100 connections. Use one again that is switched off.',
      extensions: { code: 'CONFLICT' },
    })
  const [made] = await app.data.owner`select count(*)::int as n from connections where organization_id = ${owner.organizationId}`
  expect(made).toEqual({ n: 100 })
  expect((await connect(await app.organize('Rival'))).errors).toBeUndefined()
})
