import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { as, type TestConnection } from '../../../../test/intake.ts'
import { bookingOf } from '../../../../test/messages.ts'
import { organize, tell } from '../../../../test/told.ts'
import { keepLeadsApart } from './keep-leads-apart.ts'
import { likelyDuplicates } from './likely-duplicates.ts'
import { wordsOfLikeness } from './likeness-words.ts'
import { mergeLeads } from './merge-leads.ts'
import { undoKeepLeadsApart } from './undo-keep-leads-apart.ts'

let test: TestDatabase
beforeAll(async () => {
  test = await freshDatabase()
})
afterAll(() => test.close())

const booked = async (...leads: readonly Parameters<typeof bookingOf>[2][]): Promise<TestConnection> => {
  const connection = await organize(test)
  // Months apart, so that only what a test says brings them together.
  await tell(test, connection, ...leads.map((lead, index) => bookingOf(`b${index}`, 1 + index * 60, lead)))
  return connection
}
const pairs = async ({ admin, organizationId }: TestConnection) => {
  const found = await as(test.database, admin, (tx) => likelyDuplicates(tx, { first: 50 }))
  const rows = await test.owner<
    { id: string; email: string | null }[]
  >`select id, email from leads where organization_id = ${organizationId}`
  const email = (id: string) => rows.find((row) => row.id === id)?.email ?? id
  return found.map(({ oneId, otherId, reasons }) => ({
    pair: [email(oneId), email(otherId)].toSorted(),
    why: reasons.map(wordsOfLikeness),
  }))
}

describe('likely duplicates', () => {
  it('are leads who share a phone number', async () => {
    const connection = await booked(
      { name: 'Dana Whitfield', email: 'dana@example.com', phone: '+1 202 555 0143' },
      { name: 'Omar Whitfield', email: 'omar@example.org', phone: '202-555-0143' },
    )
    expect(await pairs(connection)).toEqual([
      { pair: ['dana@example.com', 'omar@example.org'], why: ['The same phone number, +12025550143'] },
    ])
  })

  it('are addresses that Gmail takes for one, which nobody is matched by', async () => {
    const connection = await booked(
      { name: 'Dana', email: 'dana.whitfield@gmail.com' },
      { name: 'D W', email: 'danawhitfield+calls@googlemail.com' },
      { name: 'Ivy', email: 'ivy+a@firm.example' },
      { name: 'Chen', email: 'ivy@firm.example' },
      { name: 'Eve', email: 'i.vy@firm.example' },
    )
    expect(await pairs(connection)).toEqual([
      { pair: ['ivy+a@firm.example', 'ivy@firm.example'], why: ['Addresses of what may be one mailbox, ivy@firm.example'] },
      {
        pair: ['dana.whitfield@gmail.com', 'danawhitfield+calls@googlemail.com'],
        why: ['Addresses of what may be one mailbox, danawhitfield@gmail.com'],
      },
    ])
  })

  it('are leads of one name at one company, and not at one mail provider', async () => {
    const connection = await booked(
      { name: 'Dana Whitfield', email: 'dana@firm.example' },
      { name: 'dana  WHITFIELD', email: 'd.whitfield@firm.example' },
      { name: 'Ivy Chen', email: 'ivy1@gmail.com' },
      { name: 'Ivy Chen', email: 'ivychen@gmail.com' },
    )
    expect(await pairs(connection)).toEqual([
      { pair: ['d.whitfield@firm.example', 'dana@firm.example'], why: ['The same name, with addresses at firm.example'] },
    ])
  })

  it('are leads of one name with calls close to each other; and the likeliest come first', async () => {
    const connection = await organize(test)
    await tell(
      test,
      connection,
      bookingOf('a', 5, { name: 'Ivy Chen', email: 'ivy1@gmail.com' }),
      bookingOf('b', 9, { name: 'Ivy Chen', email: 'ivychen@gmail.com' }),
      bookingOf('c', 5, { name: 'Dana', email: 'dana@example.com', phone: '+12025550143' }),
      bookingOf('d', 9, { name: 'D', email: 'd@example.com', phone: '+12025550143' }),
    )
    expect((await pairs(connection)).map(({ why }) => why)).toEqual([
      ['The same phone number, +12025550143'],
      ['The same name, with calls close to each other'],
    ])
  })

  it('are not leads who share what very many share', async () => {
    const connection = await booked(
      ...Array.from({ length: 9 }, (_, index) => ({ name: `Lead ${index}`, email: `lead${index}@example.com`, phone: '+12025550143' })),
    )
    expect(await pairs(connection)).toEqual([])
  })

  it('are not those of whom a person said that they are two, until that is taken back; nor those who were merged', async () => {
    const connection = await booked(
      { name: 'Dana', email: 'dana@example.com', phone: '+12025550143' },
      { name: 'Omar', email: 'omar@example.com', phone: '+12025550143' },
    )
    const { admin: actor } = connection
    const [found] = await as(test.database, actor, (tx) => likelyDuplicates(tx, { first: 50 }))
    const [one, other] = [found?.oneId ?? '', found?.otherId ?? '']
    const input = { oneId: other, otherId: one }
    await as(test.database, actor, (tx) => keepLeadsApart({ actor, input, tx }))
    await as(test.database, actor, (tx) => keepLeadsApart({ actor, input: { oneId: one, otherId: other }, tx }))
    expect(await pairs(connection)).toEqual([])
    await as(test.database, actor, (tx) => undoKeepLeadsApart({ actor, input: { oneId: one, otherId: other }, tx }))
    expect(await pairs(connection)).toHaveLength(1)
    await expect(as(test.database, actor, (tx) => undoKeepLeadsApart({ actor, input, tx }))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await as(test.database, actor, (tx) => mergeLeads({ actor, input: { survivorId: one, mergedId: other }, tx }))
    expect(await pairs(connection)).toEqual([])
  })
})
