import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Deal, decideDeals, type PaymentOfDeal } from './decide-deals.ts'

const day = (number: number): Date => new Date(Date.UTC(2026, 9, number, 12))
const payment = (id: string, on: number, change: Partial<PaymentOfDeal> = {}): PaymentOfDeal => ({
  id,
  purchaseRef: null,
  leadId: 'dana',
  paidAt: day(on),
  counts: true,
  subscription: null,
  billingTurn: null,
  eventId: null,
  form: null,
  ...change,
})
const says = (paymentType: 'pif' | 'payment_plan' | 'deposit' | null, isReported = false) => ({ form: { paymentType, isReported } })
const deals = (...payments: PaymentOfDeal[]): Record<string, Deal> => Object.fromEntries(decideDeals(payments))
const types = (...payments: PaymentOfDeal[]): Record<string, string> =>
  Object.fromEntries(Object.entries(deals(...payments)).map(([id, { dealType }]) => [id, dealType]))

describe('the kind of deal that a payment belongs to', () => {
  it('is a new one for the first that a lead pays, and an upsell for another deal after it', () => {
    expect(types(payment('a', 1, { eventId: 'e1' }), payment('b', 20, { eventId: 'e2' }))).toEqual({ a: 'new_deal', b: 'upsell' })
  })

  it('is the same for all that is paid for one call', () => {
    expect(types(payment('a', 1, { eventId: 'e1' }), payment('b', 5, { eventId: 'e1' }))).toEqual({ a: 'new_deal', b: 'new_deal' })
  })

  it('is a new one for each of two leads, and where nobody knows whose it is', () => {
    expect(types(payment('a', 1), payment('b', 2, { leadId: 'omar' }))).toEqual({ a: 'new_deal', b: 'new_deal' })
    expect(types(payment('a', 1, { leadId: null }), payment('b', 2, { leadId: null }))).toEqual({ a: 'new_deal', b: 'new_deal' })
  })

  it('goes, of two that were paid at one moment, by the processor’s names of them and not by which was known first', () => {
    const at = (id: string, purchaseRef: string) => payment(id, 1, { purchaseRef, subscription: 'sub' })
    expect(types(at('known-first', 'pi_2'), at('known-second', 'pi_1'))).toEqual({ 'known-first': 'renewal', 'known-second': 'new_deal' })
    expect(types(at('known-first', 'pi_a'), at('known-second', 'pi_B'))).toEqual({ 'known-first': 'renewal', 'known-second': 'new_deal' })
    expect(types(payment('known-first', 1, { subscription: 'sub' }), at('known-second', 'pi_1'))).toMatchObject({
      'known-first': 'renewal',
    })
  })

  it('is a renewal for a later turn of a subscription, told by the processor or by what was paid before', () => {
    const of = { subscription: 'sub', eventId: 'e1' }
    expect(types(payment('a', 1, { ...of, billingTurn: 'first' }), payment('b', 31, { ...of, billingTurn: 'later' }))).toEqual({
      a: 'new_deal',
      b: 'renewal',
    })
    expect(types(payment('a', 1, of), payment('b', 31, of))).toEqual({ a: 'new_deal', b: 'renewal' })
    expect(types(payment('b', 31, { ...of, billingTurn: 'later' }))).toEqual({ b: 'renewal' })
  })

  it('is still the deal’s own for an instalment, which the form tells from a renewal', () => {
    const of = { subscription: 'sub', eventId: 'e1', ...says('payment_plan') }
    expect(deals(payment('a', 1, { ...of, billingTurn: 'first' }), payment('b', 31, { ...of, billingTurn: 'later' }))).toEqual({
      a: { dealType: 'new_deal', paymentType: 'payment_plan' },
      b: { dealType: 'new_deal', paymentType: 'payment_plan' },
    })
  })

  it('is a new deal for what completes a deposit, whichever call that was agreed on', () => {
    const deposit = payment('a', 1, { eventId: 'e1', ...says('deposit', true) })
    const rest = payment('b', 6, { eventId: 'e2', ...says('pif') })
    expect(deals(deposit, rest)).toEqual({
      a: { dealType: 'new_deal', paymentType: 'deposit' },
      b: { dealType: 'new_deal', paymentType: 'pif' },
    })
    expect(types(deposit, rest, payment('c', 40, { eventId: 'e3' }))).toMatchObject({ c: 'upsell' })
  })

  it('calls a deposit only what the form reports, not what is paid for the call after it', () => {
    const deposit = payment('a', 1, { eventId: 'e1', ...says('deposit', true) })
    expect(deals(deposit, payment('b', 6, { eventId: 'e1', ...says('deposit') }))).toMatchObject({
      a: { paymentType: 'deposit' },
      b: { paymentType: null },
    })
  })

  it('does not go by what counts nowhere', () => {
    expect(types(payment('a', 1, { eventId: 'e1', counts: false }), payment('b', 20, { eventId: 'e2' }))).toMatchObject({ b: 'new_deal' })
    const of = { subscription: 'sub' }
    expect(types(payment('a', 1, { ...of, counts: false }), payment('b', 31, of))).toMatchObject({ b: 'new_deal' })
  })

  it('is a function of the set of payments, not of their order, and a lead’s first deal is never an upsell', () => {
    const some = fc
      .array(
        fc.record({
          leadId: fc.constantFrom('dana', 'omar', null),
          on: fc.integer({ min: 1, max: 6 }),
          counts: fc.boolean(),
          subscription: fc.constantFrom('s1', 's2', null),
          billingTurn: fc.constantFrom('once', 'first', 'later', null),
          eventId: fc.constantFrom('e1', 'e2', null),
          paymentType: fc.constantFrom('pif', 'payment_plan', 'deposit', null),
          isReported: fc.boolean(),
        }),
        { maxLength: 8 },
      )
      .map((list) =>
        list.map(({ on, paymentType, isReported, ...rest }, index) =>
          payment(`p${index}`, on, { ...rest, form: { paymentType, isReported } }),
        ),
      )
    fc.assert(
      fc.property(
        some.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => {
          const decided = decideDeals(list)
          expect(Object.fromEntries(decideDeals(shuffled))).toEqual(Object.fromEntries(decided))
          for (const leadId of ['dana', 'omar']) {
            const [first] = list
              .filter((each) => each.leadId === leadId && each.counts)
              .sort((a, b) => Number(a.paidAt) - Number(b.paidAt) || (a.id < b.id ? -1 : 1))
            const mine = list.filter((each) => each.leadId === leadId)
            if (first && mine.length === 1) expect(decided.get(first.id)?.dealType).not.toBe('upsell')
          }
        },
      ),
    )
  })
})
