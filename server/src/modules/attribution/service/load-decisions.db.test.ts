import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { adminOf, as, makeOrganization } from '../../../../test/intake.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { loadDecisions, stepsOf } from './load-decisions.ts'

let test: TestDatabase
beforeAll(async () => {
  test = await freshDatabase()
})
afterAll(() => test.close())

it('tells a rep of the calls that a rule looked at only where they are theirs', async () => {
  const organizationId = await makeOrganization(test)
  const [ada, bob, leadId, hers, his, paymentId] = [uuidv7(), uuidv7(), uuidv7(), uuidv7(), uuidv7(), uuidv7()]
  const { owner } = test
  await owner`insert into closers (organization_id, id, name) values (${organizationId}, ${ada}, 'Ada'), (${organizationId}, ${bob}, 'Bob')`
  await owner`insert into leads (organization_id, id, name) values (${organizationId}, ${leadId}, 'Dana')`
  for (const [id, closerId] of [
    [hers, ada],
    [his, bob],
  ] as const)
    await owner`insert into events (organization_id, id, booking_ref, lead_id, lead_name, scheduled_at, booked_at, status, answers, closer_id)
      values (${organizationId}, ${id}, ${id}, ${leadId}, 'Dana', '2026-10-01T12:00:00Z', '2026-09-28T12:00:00Z', 'completed', '[]', ${closerId})`
  await owner`insert into payments (organization_id, id, origin, off_platform_method, amount_minor, currency, paid_at, status, metadata, closer_id, event_id)
    values (${organizationId}, ${paymentId}, 'manual', 'wire', 100, 'USD', now(), 'succeeded', '{}', ${ada}, ${hers})`
  const candidates = [hers, his].map((eventId) => ({ eventId, scheduledAt: '2026-10-01T12:00:00Z', verdict: 'older', note: 'Older' }))
  const trail = [{ rule: 'matched_past', result: 'found', question: 'Who paid it?', explanation: 'Dana.', candidates }]
  await owner`insert into attribution_decisions (organization_id, id, payment_id, method, locked, summary, trail, decided_by, decided_by_name, decided_at, closer_id)
    values (${organizationId}, ${uuidv7()}, ${paymentId}, 'matched_past', false, 'Credited to Ada.', ${JSON.stringify(trail)}::text::jsonb, 'job:x', 'Clinch', now(), ${ada})`
  const rep: Actor = { kind: 'user', organizationId, userId: uuidv7(), name: 'Ada', role: 'sales_rep', closerId: ada, setterId: null }
  const lookedAt = async (actor: Actor): Promise<string[]> => {
    const decisions = await as(test.database, actor, (tx) => loadDecisions(tx, [paymentId]))
    return (decisions.get(paymentId) ?? []).flatMap(stepsOf).flatMap((step) => step.candidates.map(({ eventId }) => eventId))
  }
  expect(await lookedAt(adminOf(organizationId))).toEqual([hers, his])
  expect(await lookedAt(rep)).toEqual([hers])
})
