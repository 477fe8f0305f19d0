import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Person } from '../person.ts'
import { makeWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())

interface Seen {
  payment: { id: string; deletion: { reason: string } | null } | null
  creditDisputes: { nodes: { payment: { id: string } | null }[] }
  payments: { nodes: { id: string }[] }
  event: { payments: { id: string }[] }
  lead: { payments: { id: string }[] }
}

const seenBy = (person: Person) =>
  person.ask<Seen>(
    `query ($payment: ID!, $event: ID!, $lead: ID!) { payment(id: $payment) { id deletion { reason } } creditDisputes { nodes { payment { id } } }
      payments(first: 50) { nodes { id } } event(id: $event) { payments { id } } lead(id: $lead) { payments { id } } }`,
    { payment: world.first.id('payments'), event: world.first.id('events'), lead: world.first.id('leads') },
  )

it('a payment that is deleted is there for owners and admins alone, also for a rep who knows its id or disputed it', async () => {
  const { first, people, app } = world
  const [id, deletionId] = [first.id('payments'), uuidv7()]
  const reps = ['rep', 'setter', 'portalCloser', 'portalSetter'] as const
  await people.rep.send('mutation ($input: DisputeCreditInput!) { disputeCredit(input: $input) { dispute { id } } }', {
    input: { paymentId: id, comment: 'All of it is mine.' },
  })
  for (const role of reps) expect((await seenBy(people[role])).payment).toMatchObject({ id })
  expect((await seenBy(people.rep)).creditDisputes.nodes).toContainEqual({ payment: { id } })

  // Whatever else it would be matched with does not matter here.
  const { owner: sql } = app.data
  await sql`insert into payment_deletions (organization_id, id, reason, deleted_by, deleted_by_name) values (${first.organizationId}, ${deletionId}, 'Entered twice', 'x', 'Ada')`
  await sql`update payments set deletion_id = ${deletionId} where id = ${id}`
  for (const role of reps) {
    const seen = await seenBy(people[role])
    expect([role, seen.payment]).toEqual([role, null])
    expect([role, JSON.stringify(seen)]).toEqual([role, expect.not.stringContaining(id) as string])
  }
  for (const role of ['owner', 'admin'] as const)
    expect((await seenBy(people[role])).payment).toEqual({ id, deletion: { reason: 'Entered twice' } })

  await sql`update payments set deletion_id = null where id = ${id}`
  expect((await seenBy(people.rep)).payment).toEqual({ id, deletion: null })
})
