import { describe, expect, it } from 'vitest'
import { MoneyText } from '../../../kernel/money-text.ts'
import { parseInput } from '../../../kernel/verb.ts'
import { SubmitPostCallForm } from './schemas.ts'

const refusal = (read: () => unknown): unknown => {
  try {
    return read()
  } catch (error) {
    return error
  }
}
const filled = { eventId: '0197a000-0000-7000-8000-000000000001', callOccurred: true }

describe('cash as it is written on a form', () => {
  it('is read in the minor units of its currency', () => {
    expect(parseInput(MoneyText, { amount: '900.00', currency: 'USD' })).toEqual({ amountMinor: 90_000n, currency: 'USD' })
    expect(parseInput(MoneyText, { amount: '450000', currency: 'JPY' })).toEqual({ amountMinor: 450_000n, currency: 'JPY' })
    expect(parseInput(MoneyText, { amount: '924.5', currency: 'KWD' })).toEqual({ amountMinor: 924_500n, currency: 'KWD' })
  })

  it('is refused on its amount where that is none, and on its currency where that is not known', () => {
    const submit = (cashCollected: unknown) => refusal(() => parseInput(SubmitPostCallForm, { ...filled, cashCollected }))
    expect(submit({ amount: '9.005', currency: 'USD' })).toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { fields: [{ path: 'cashCollected.amount', message: 'USD has 2 decimals.' }] },
    })
    expect(submit({ amount: '9.00', currency: 'ZZZ' })).toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { fields: [{ path: 'cashCollected.currency', message: 'ZZZ is not a currency that we know.' }] },
    })
  })
})

describe('a form as it is sent', () => {
  it('may leave out all but the event and whether the call took place', () => {
    expect(parseInput(SubmitPostCallForm, filled)).toEqual({
      ...filled,
      leadShowed: null,
      offerMade: null,
      dealClosed: null,
      resolution: null,
      cashCollected: null,
      paymentType: null,
      packageId: null,
      callOutcomeId: null,
      opportunityStatusId: null,
      notes: null,
      fields: {},
      expectedVersion: null,
      definitionVersion: null,
    })
  })

  it('with blank notes has none', () => {
    expect(parseInput(SubmitPostCallForm, { ...filled, notes: '  \n' }).notes).toBeNull()
    expect(parseInput(SubmitPostCallForm, { ...filled, notes: ' wire ' }).notes).toBe('wire')
  })

  it('is refused with each field named that does not fit', () => {
    const bad = { eventId: 'x', callOccurred: 'yes', paymentType: 'cash', packageId: 'p', fields: ['x'], expectedVersion: -1 }
    expect(refusal(() => parseInput(SubmitPostCallForm, bad))).toMatchObject({
      details: {
        fields: ['eventId', 'callOccurred', 'paymentType', 'packageId', 'fields', 'expectedVersion'].map(
          (path) => expect.objectContaining({ path }) as object,
        ),
      },
    })
  })
})
