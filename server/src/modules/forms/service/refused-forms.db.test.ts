import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { as } from '../../../../test/intake.ts'
import { OwnForm } from '../../../../test/own-form.ts'
import { registerReactions } from '../../../app/modules.ts'
import { mergeDuplicate } from '../../events/service/merge-duplicate.ts'

let test: TestDatabase
beforeAll(async () => {
  registerReactions()
  test = await freshDatabase()
})
afterAll(() => test.close())

const formsOf = (eventId: string) => test.owner`select version from post_call_forms where event_id = ${eventId}`
const refused = (path: string) => ({ code: 'BAD_USER_INPUT', details: { fields: [expect.objectContaining({ path })] } })

describe('a form', () => {
  it.each([
    ['half an emoji', 'so good \ud83d'],
    ['U+0000', 'a\u0000b'],
  ])('with notes that hold %s is refused at its notes, as nothing could keep them', async (_, notes) => {
    const home = await OwnForm.begin(test)
    await expect(home.file(await home.call(), { notes })).rejects.toMatchObject(refused('notes'))
  })

  it('with more cash than anybody is paid is refused, so that no sum of the team overflows', async () => {
    const home = await OwnForm.begin(test)
    const sold = { dealClosed: true, offerMade: true, paymentType: 'pif' as const }
    const call = await home.call()
    const cash = (amount: string) => home.file(call, { ...sold, cashCollected: { amount, currency: 'USD' } })
    await expect(cash('10000000000000.01')).rejects.toMatchObject(refused('cashCollected.amount'))
    await cash('10000000000000')
  })

  it('of a call that is a copy of another is refused, at the same moment as it becomes one, too', async () => {
    const home = await OwnForm.begin(test)
    const [kept, copy] = [await home.call(), await home.call()]
    await test.owner`update events set duplicate_of_id = ${kept} where id = ${copy}`
    await expect(home.file(copy, {})).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(await formsOf(copy)).toEqual([])
    await home.file(kept, {})
    for (let round = 0; round < 10; round += 1) {
      const [keptId, copyId] = [await home.call(), await home.call()]
      const merged = as(test.database, home.admin, (tx) => mergeDuplicate({ actor: home.admin, input: { keptId, copyId }, tx }))
      const acts = await Promise.allSettled([merged, home.file(copyId, {})])
      expect(acts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    }
  })
})
