import { describe, expect, it } from 'vitest'
import { firstWords, type PaymentOfSubscription } from './first-words.ts'

const at = (day: number): Date => new Date(Date.UTC(2026, 9, day))
const payment = (id: string, day: number, change: Partial<PaymentOfSubscription> = {}): PaymentOfSubscription => ({
  id,
  purchaseRef: `pi_${id}`,
  paidAt: at(day),
  words: { billingTurn: 'later', clientReference: null, metadata: {} },
  begunWith: null,
  tied: null,
  ...change,
})
const trial = { billingTurn: 'first', clientReference: 'call-1', metadata: { event_id: 'call-1', plan: 'b' } } as const

/** What payments come to say, one decision after another. */
function after(payments: readonly PaymentOfSubscription[], beginning: typeof trial | null): PaymentOfSubscription[] {
  const changed = new Map(firstWords(payments, beginning).map((each) => [each.id, each]))
  return payments.map((each) => ({ ...each, ...changed.get(each.id) }))
}
const said = (payments: readonly PaymentOfSubscription[]) => payments.map(({ id, words, begunWith }) => [id, words, begunWith !== null])

describe('what the payments of a subscription say that began with nothing', () => {
  const [first, second] = [payment('a', 10, { words: { ...payment('a', 10).words, metadata: { plan: 'a' } } }), payment('b', 20)]

  it('is of the first that it is the first, and what it is for; what it says itself stays where that is the least', () => {
    expect(said(after([second, first], trial))).toEqual([
      ['b', second.words, false],
      ['a', { billingTurn: 'first', clientReference: 'call-1', metadata: { event_id: 'call-1', plan: 'a' } }, true],
    ])
  })

  it('is said by themselves where it began with money', () => {
    expect(firstWords([first, second], null)).toEqual([])
  })

  it('is the same once the first of them comes last, and again', () => {
    const all = after([...after([second], trial), first], trial)
    expect(said(all)).toEqual(said(after([second, first], trial)))
    expect(firstWords(all, trial)).toEqual([])
  })

  it('keeps what was told of one itself while it was taken for the first', () => {
    const [taken] = after([payment('b', 20, { words: { billingTurn: null, clientReference: null, metadata: {} } })], trial)
    if (!taken) throw new Error('It was lost')
    const metadata = { ...taken.words.metadata, plan: 'a', note: 'its own' }
    const tied = { billingTurn: 'later', clientReference: null, metadata: { event_id: 'call-2' } } as const
    const [, told] = after([first, { ...taken, words: { ...taken.words, metadata }, tied }], trial)
    expect(told?.words).toEqual({
      billingTurn: 'later',
      clientReference: null,
      metadata: { event_id: 'call-2', plan: 'a', note: 'its own' },
    })
  })

  it('is not of something that was bought once beside it', () => {
    const once = payment('setup', 5, { words: { billingTurn: 'once', clientReference: null, metadata: {} } })
    expect(firstWords([once, first], trial).map(({ id }) => id)).toEqual(['a'])
  })
})
