import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { laterOf, type SubscriptionReport } from './subscription-report.ts'

const report = fc.record({
  state: fc.constantFrom('trialing', 'active', 'past_due', 'paused', 'canceling', 'completed', 'ended'),
  productName: fc.constantFrom('Growth', null),
  customerRef: fc.constantFrom('cus_1', null),
  startedAt: fc.constantFrom(new Date(1_000), null),
  endedAt: fc.constantFrom(new Date(2_000), null),
  reportedAt: fc.constantFrom(new Date(3_000), new Date(4_000)),
})
const last = (reports: readonly SubscriptionReport[]): SubscriptionReport => reports.reduce((known, told) => laterOf(told, known))

describe('what was told last of a subscription', () => {
  it('is the same in whatever order it is told', () => {
    const orders = fc
      .array(report, { minLength: 1, maxLength: 6 })
      .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray([...list, ...list], { minLength: list.length * 2 })))
    fc.assert(
      fc.property(orders, ([list, shuffled]) => {
        expect(last(shuffled)).toEqual(last(list))
      }),
    )
  })

  it('of one moment is what is further along: it ended after it ran, and ran after its first payment was open', () => {
    const told = (state: SubscriptionReport['state']): SubscriptionReport => ({
      state,
      productName: null,
      customerRef: null,
      startedAt: null,
      endedAt: null,
      reportedAt: new Date(3_000),
    })
    expect(last([told('active'), told('ended'), told('past_due')]).state).toBe('ended')
    expect(last([told('active'), told('past_due')]).state).toBe('active')
  })
})
