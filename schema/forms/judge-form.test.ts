import { describe, expect, it } from 'vitest'
import { type GivenForm, judgeForm } from './judge-form.ts'

const cash = { amountMinor: 90_000n, currency: 'USD' }
const blank: GivenForm = {
  callOccurred: true,
  leadShowed: null,
  offerMade: null,
  dealClosed: null,
  resolution: null,
  cashCollected: null,
  paymentType: null,
}
const closed: Partial<GivenForm> = { leadShowed: true, offerMade: true, dealClosed: true }

const judge = (given: Partial<GivenForm>) => judgeForm({ ...blank, ...given })
const blamed = (given: Partial<GivenForm>): string[] => [...new Set((judge(given).problems ?? []).map((problem) => problem.path))]

/** Every form that can be filled in. */
const everyForm = function* (): Generator<GivenForm> {
  const answers = [true, false, null]
  for (const callOccurred of [true, false])
    for (const leadShowed of answers)
      for (const offerMade of answers)
        for (const dealClosed of answers)
          for (const resolution of ['canceled', 'rescheduled', null] as const)
            for (const amountMinor of [90_000n, 0n, -1n, null])
              for (const paymentType of ['pif', 'payment_plan', 'deposit', null] as const) {
                const cashCollected = amountMinor === null ? null : { amountMinor, currency: 'USD' }
                yield { callOccurred, leadShowed, offerMade, dealClosed, resolution, cashCollected, paymentType }
              }
}

describe('a form that can be', () => {
  it('is taken as it was filled in', () => {
    const given = { ...blank, ...closed, cashCollected: cash, paymentType: 'pif' } as const
    expect(judgeForm(given)).toEqual({ form: given })
  })

  it('says of what was left out only what follows: a closed deal was offered, to a lead who showed', () => {
    expect(judge({ dealClosed: true, paymentType: 'pif' }).form).toMatchObject({ leadShowed: true, offerMade: true, dealClosed: true })
    expect(judge({ offerMade: true }).form).toMatchObject({ leadShowed: true, offerMade: true, dealClosed: false })
    expect(judge({ leadShowed: true }).form).toMatchObject({ leadShowed: true, offerMade: false, dealClosed: false })
    expect(judge({ callOccurred: false }).form).toMatchObject({ leadShowed: false, offerMade: false, dealClosed: false })
  })

  it('may report a deposit without a close', () => {
    expect(judge({ leadShowed: true, offerMade: true, cashCollected: cash, paymentType: 'deposit' }).form).toMatchObject({
      dealClosed: false,
    })
  })

  it('may close a deal before any cash came in', () => {
    expect(judge(closed).problems).toBeUndefined()
    expect(judge({ ...closed, paymentType: 'payment_plan' }).problems).toBeUndefined()
  })

  it('may say why the call did not take place', () => {
    expect(judge({ callOccurred: false, resolution: 'rescheduled' }).form).toMatchObject({ resolution: 'rescheduled', leadShowed: false })
  })
})

describe('a form that cannot be is refused, and the field to blame is named', () => {
  it.each<[string, Partial<GivenForm>, string[]]>([
    ['a lead who showed up for a call that did not take place', { callOccurred: false, leadShowed: true }, ['leadShowed']],
    ['an offer to a lead who did not show up', { leadShowed: false, offerMade: true }, ['offerMade']],
    ['a close with a lead who did not show up', { leadShowed: false, offerMade: false, dealClosed: true }, ['dealClosed']],
    ['a close that was not offered', { leadShowed: true, offerMade: false, dealClosed: true }, ['dealClosed']],
    ['a call that took place and was canceled', { leadShowed: true, resolution: 'canceled' }, ['resolution']],
    ['cash without a close', { leadShowed: true, cashCollected: cash }, ['cashCollected']],
    [
      'cash of a paid-in-full deal that was not closed',
      { leadShowed: true, cashCollected: cash, paymentType: 'pif' },
      ['cashCollected', 'paymentType'],
    ],
    ['cash of a close that does not say how it is paid', { ...closed, cashCollected: cash }, ['paymentType']],
    ['no cash, written as an amount', { ...closed, cashCollected: { ...cash, amountMinor: 0n }, paymentType: 'pif' }, ['cashCollected']],
    ['cash below nothing', { ...closed, cashCollected: { ...cash, amountMinor: -1n }, paymentType: 'pif' }, ['cashCollected']],
    ['a deposit that is a close', { ...closed, cashCollected: cash, paymentType: 'deposit' }, ['paymentType']],
    ['a deposit without cash', { leadShowed: true, paymentType: 'deposit' }, ['cashCollected']],
    ['a deposit of a lead who did not show up', { leadShowed: false, cashCollected: cash, paymentType: 'deposit' }, ['cashCollected']],
    ['a way of paying without a close', { leadShowed: true, paymentType: 'payment_plan' }, ['paymentType']],
  ])('%s', (_, given, fields) => {
    expect(blamed(given)).toEqual(fields)
  })

  it('with every one of its faults named, each with words for a person', () => {
    const problems = judge({ callOccurred: false, leadShowed: true, cashCollected: cash, paymentType: 'pif' }).problems ?? []
    expect(problems.map((problem) => problem.path)).toEqual(['leadShowed', 'cashCollected', 'paymentType'])
    for (const { message } of problems) expect(message).toMatch(/^[A-Z].+\.$/)
  })
})

describe('of all forms that there are', () => {
  it('those taken contradict neither themselves nor what was said', () => {
    for (const given of everyForm()) {
      const { form } = judgeForm(given)
      if (!form) continue
      const said = Object.entries(given).filter(([, value]) => value !== null)
      expect(form).toMatchObject(Object.fromEntries(said))
      if (form.dealClosed) expect(form.offerMade).toBe(true)
      if (form.offerMade) expect(form.leadShowed).toBe(true)
      if (form.leadShowed) expect([form.callOccurred, form.resolution]).toEqual([true, null])
      if (form.cashCollected) expect(form.cashCollected.amountMinor > 0n && form.leadShowed).toBe(true)
      if (form.cashCollected) expect(form.dealClosed).toBe(form.paymentType !== 'deposit')
      if (form.paymentType) expect(form.dealClosed || form.cashCollected !== null).toBe(true)
    }
  })

  it('those refused name only fields that the form has, and those taken are taken again as they became', () => {
    const fields = new Set(Object.keys(blank))
    for (const given of everyForm()) {
      const { form, problems } = judgeForm(given)
      if (form) expect(judgeForm(form)).toEqual({ form })
      else for (const { path } of problems) expect(fields.has(path)).toBe(true)
    }
  })
})
