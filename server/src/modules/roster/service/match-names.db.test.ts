import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { adminOf, as, makeOrganization } from '../../../../test/intake.ts'
import type { Tx } from '../../../database/tx.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { addAlias } from './add-alias.ts'
import { createCloser } from './create-closer.ts'
import { createSetter } from './create-setter.ts'
import { createSource } from './create-source.ts'
import { createTrafficType } from './create-traffic-type.ts'
import { matchCloser, matchSetterName, matchSource, matchTrafficType } from './match-names.ts'

let test: TestDatabase
beforeAll(async () => {
  test = await freshDatabase()
})
afterAll(() => test.close())

const admin = async (): Promise<Actor> => adminOf(await makeOrganization(test))
const run = <Result>(actor: Actor, work: (tx: Tx) => Promise<Result>) => as(test.database, actor, work)

const setter = (actor: Actor, name: string, aliases: string[] = []) =>
  run(actor, async (tx) => (await createSetter({ actor, input: { name, aliases }, tx })).id)
const closer = (actor: Actor, name: string, email: string) =>
  run(actor, async (tx) => (await createCloser({ actor, input: { name, email }, tx })).id)
/** Whose a booking of this moment is. */
const bySetterName = (tx: Tx, name: string) => matchSetterName(tx, name, new Date())

describe('a setter’s name on a booking', () => {
  it('is found letter case, spacing and punctuation aside', async () => {
    const actor = await admin()
    const marcus = await setter(actor, 'Marcus Hale')
    for (const name of ['marcus hale', 'MARCUS-HALE', ' marcus.hale ', 'marcus__hale'])
      expect(await run(actor, (tx) => bySetterName(tx, name)), name).toBe(marcus)
    expect(await run(actor, (tx) => bySetterName(tx, 'marcushale'))).toBeNull()
    expect(await run(actor, (tx) => bySetterName(tx, 'marcus'))).toBeNull()
  })

  it('is found by an alias too, also by one that was added later', async () => {
    const actor = await admin()
    const marcus = await setter(actor, 'Marcus Hale', ['MH', 'The Closer’s Friend'])
    await run(actor, (tx) => addAlias(tx, 'setter', marcus, 'Big M.'))
    for (const name of ['mh', 'the closer s friend', 'big-m']) expect(await run(actor, (tx) => bySetterName(tx, name)), name).toBe(marcus)
  })

  it('is one person’s: a second setter of that name or alias is refused', async () => {
    const actor = await admin()
    await setter(actor, 'Marcus Hale', ['MH'])
    for (const name of ['marcus-hale', 'mh'])
      await expect(setter(actor, name)).rejects.toMatchObject({ constraint_name: 'setter_names_key' })
  })

  it('of signs alone is nobody’s', async () => {
    const actor = await admin()
    await setter(actor, 'Marcus Hale', ['--'])
    for (const name of ['', '--', ' . ']) expect(await run(actor, (tx) => bySetterName(tx, name)), name).toBeNull()
  })

  it('of somebody who left is nobody’s', async () => {
    const actor = await admin()
    const marcus = await setter(actor, 'Marcus Hale')
    await test.owner`update setters set deactivated_at = now() - interval '1 minute' where id = ${marcus}`
    expect(await run(actor, (tx) => bySetterName(tx, 'Marcus Hale'))).toBeNull()
  })

  it('is theirs where it was booked before they left, whenever that becomes known', async () => {
    const actor = await admin()
    const marcus = await setter(actor, 'Marcus Hale')
    const leftAt = new Date('2026-11-10T12:00:00Z')
    await test.owner`update setters set deactivated_at = ${leftAt} where id = ${marcus}`
    const at = (bookedAt: Date) => run(actor, (tx) => matchSetterName(tx, 'Marcus Hale', bookedAt))
    expect(await at(new Date(leftAt.getTime() - 1))).toBe(marcus)
    expect(await at(leftAt)).toBeNull()
    expect(await at(new Date(leftAt.getTime() + 1))).toBeNull()
  })

  it('is never another organization’s', async () => {
    const [mine, theirs] = [await admin(), await admin()]
    await setter(theirs, 'Marcus Hale')
    expect(await run(mine, (tx) => bySetterName(tx, 'Marcus Hale'))).toBeNull()
  })
})

describe('the closer of a call', () => {
  it('is the first of its hosts, in their order, who is a closer', async () => {
    const actor = await admin()
    const priya = await closer(actor, 'Priya Nair', 'priya@northlight.example')
    const omar = await closer(actor, 'Omar Diaz', 'omar@northlight.example')
    const of = (...emails: (string | null)[]) =>
      run(actor, (tx) =>
        matchCloser(
          tx,
          emails.map((email) => ({ email })),
        ),
      )
    expect(await of('priya@northlight.example', 'omar@northlight.example')).toBe(priya)
    expect(await of('omar@northlight.example', 'priya@northlight.example')).toBe(omar)
    expect(await of('support@northlight.example', null, ' OMAR@Northlight.example ')).toBe(omar)
    expect(await of('support@northlight.example')).toBeNull()
    expect(await of()).toBeNull()
  })

  it('is nobody who left', async () => {
    const actor = await admin()
    const priya = await closer(actor, 'Priya Nair', 'priya@northlight.example')
    await test.owner`update closers set deactivated_at = now() where id = ${priya}`
    expect(await run(actor, (tx) => matchCloser(tx, [{ email: 'priya@northlight.example' }]))).toBeNull()
  })
})

describe('a closer who hosts under another address', () => {
  it('is found by it once somebody says so, and by a name where the tool gives no address', async () => {
    const actor = await admin()
    const priya = await closer(actor, 'Priya Nair', 'priya@northlight.example')
    await run(actor, (tx) => addAlias(tx, 'closer', priya, 'P.Nair@Old.example'))
    await run(actor, (tx) => addAlias(tx, 'closer', priya, 'Room 4'))
    expect(await run(actor, (tx) => matchCloser(tx, [{ email: 'p.nair@old.example' }]))).toBe(priya)
    expect(await run(actor, (tx) => matchCloser(tx, [{ email: null, name: 'room-4' }]))).toBe(priya)
    expect(await run(actor, (tx) => matchCloser(tx, [{ email: 'else@old.example', name: 'Room 4' }]))).toBeNull()
  })

  it('takes what was booked before they left, whenever that becomes known', async () => {
    const actor = await admin()
    const priya = await closer(actor, 'Priya Nair', 'priya@northlight.example')
    await test.owner`update closers set deactivated_at = '2026-11-10T12:00:00Z' where id = ${priya}`
    const on = (day: string) =>
      run(actor, (tx) => matchCloser(tx, [{ email: 'priya@northlight.example' }], new Date(`2026-11-${day}T12:00:00Z`)))
    expect(await on('09')).toBe(priya)
    expect(await on('11')).toBeNull()
  })
})

describe('a source and a traffic type', () => {
  it('are found by their names folded alike, and a source brings its traffic type', async () => {
    const actor = await admin()
    const [source, paid] = await run(actor, async (tx) => {
      const trafficType = await createTrafficType({ actor, input: { name: 'Paid Ads' }, tx })
      const created = await createSource({ actor, input: { name: 'YouTube', aliases: ['yt'], trafficTypeId: trafficType.id }, tx })
      return [created.id, trafficType.id] as const
    })
    for (const name of ['youtube', 'YT', ' YouTube '])
      expect(await run(actor, (tx) => matchSource(tx, name)), name).toEqual({ id: source, trafficTypeId: paid })
    expect(await run(actor, (tx) => matchTrafficType(tx, 'paid_ads'))).toBe(paid)
    expect(await run(actor, (tx) => matchTrafficType(tx, 'organic'))).toBeNull()
    await run(actor, (tx) => addAlias(tx, 'traffic_type', paid, 'cpc'))
    expect(await run(actor, (tx) => matchTrafficType(tx, 'CPC'))).toBe(paid)
  })
})
