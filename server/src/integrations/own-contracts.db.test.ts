import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readFixture } from '../../test/fixtures/read-fixture.ts'
import { deliver, makeConnection, type TestConnection } from '../../test/intake.ts'
import { openIntake } from '../../test/open-intake.ts'
import { runJobs } from '../../test/run-jobs.ts'
import { shuffled } from '../../test/shuffled.ts'

const { test, intake } = await openIntake()

const docs = readFileSync(new URL('../../../docs/webhooks-in.md', import.meta.url), 'utf8')
const examples = [...docs.matchAll(/```json custom\n([\s\S]*?)```/g)].map(([, json = '']) => json)

const deliveriesOf = ({ id }: TestConnection) =>
  test.owner<{ kind: string; state: string; error: string | null }[]>`
    select kind, state, error from deliveries where connection_id = ${id} order by kind`

describe('a system of one’s own', () => {
  it('tells of everything that is published, in any order and twice, and it comes to the same', async () => {
    const outcomes: unknown[] = []
    for (const seed of [1, 2, 3]) {
      const connection = await makeConnection(test, { provider: 'custom', secret: `whsec_${Buffer.alloc(32, seed).toString('base64')}` })
      for (const body of [...shuffled(examples, seed), ...examples]) expect((await deliver(intake, connection, body)).status).toBe(200)
      await runJobs(test)
      expect(await deliveriesOf(connection)).toEqual(
        ['booking', 'dispute', 'lead', 'payment', 'refund'].map((kind) => ({ kind, state: 'processed', error: null })),
      )
      const { organizationId } = connection
      const [outcome] = await test.owner`
        select (select count(*)::int from leads where organization_id = ${organizationId}) as leads,
          (select string_agg(status || ' ' || coalesce(source_name, '-'), ',') from events where organization_id = ${organizationId}) as events,
          (select array_agg(array[amount_minor, refunded_minor, disputed_minor, lost_minor]) from payments where organization_id = ${organizationId}) as money,
          (select count(*)::int from payments p join events e on e.organization_id = p.organization_id and e.id = p.event_id
            where p.organization_id = ${organizationId}) as credited`
      outcomes.push(outcome)
    }
    expect(outcomes[0]).toMatchObject({ leads: 1, events: 'scheduled youtube', credited: 1 })
    expect(outcomes[1]).toEqual(outcomes[0])
    expect(outcomes[2]).toEqual(outcomes[0])
  })

  it('is told what is the matter with a message that has not the published shape', async () => {
    const connection = await makeConnection(test, { provider: 'custom' })
    await deliver(intake, connection, JSON.stringify({ id: 'm1', kind: 'payment', sent_at: '2026-11-21T12:00:00Z', payment: { ref: 'x' } }))
    await runJobs(test)
    expect(await deliveriesOf(connection)).toEqual([{ kind: 'payment', state: 'parked', error: expect.stringContaining('payment.amount') }])
  })
})

describe('ManyChat', () => {
  it('tells of a contact, who is a lead with their source; and is answered with the tags that it asked for', async () => {
    const connection = await makeConnection(test, { provider: 'manychat' })
    const body = { ...readFixture('manychat/external-request.custom'), source: 'Instagram', reply_tags: ['In Clinch'] }
    const answer = await deliver(intake, connection, JSON.stringify(body))
    expect(await answer.json()).toMatchObject({
      version: 'v2',
      content: { messages: [], actions: [{ action: 'add_tag', tag_name: 'In Clinch' }] },
    })
    await deliver(intake, connection, JSON.stringify(readFixture('manychat/external-request.placeholders')))
    await runJobs(test)
    expect(await deliveriesOf(connection)).toEqual(
      Array.from({ length: 2 }, () => ({ kind: 'dm_qualified', state: 'processed', error: null })),
    )
    expect(
      await test.owner`select name, email, phone, source_name from leads where organization_id = ${connection.organizationId} order by name`,
    ).toEqual([
      { name: 'Dana Whitfield', email: 'dana.whitfield@example.com', phone: '+12025550143', source_name: 'Instagram' },
      { name: 'Sam', email: null, phone: null, source_name: null },
    ])
  })
})
