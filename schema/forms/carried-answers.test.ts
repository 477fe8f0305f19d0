import { describe, expect, it } from 'vitest'
import { type FormDefinition, type GivenAnswers, judgeAnswers, type Offered, type QuestionName, standardForm } from './index.ts'

const cash = { amountMinor: 90_000n, currency: 'USD' }
const blank: GivenAnswers = {
  ...{ callOccurred: true, leadShowed: true, offerMade: true, dealClosed: false, resolution: null, cashCollected: null, paymentType: null },
  ...{ packageId: null, callOutcomeId: null, opportunityStatusId: null, notes: null },
}
const sold: GivenAnswers = {
  ...{ ...blank, dealClosed: true, paymentType: 'pif', cashCollected: cash },
  ...{ packageId: 'p', callOutcomeId: 'o', opportunityStatusId: 's', notes: 'Paid by wire.' },
}
const everything: Offered = { packageId: true, opportunityStatusId: true, callOutcomes: ['closed', 'offer_made', 'no_offer', 'no_show'] }
const hiding = (...names: QuestionName[]): FormDefinition => ({
  questions: names.map((name) => ({ name, label: null, help: null, hidden: true, required: false })),
  fields: [],
})
const amend = (definition: FormDefinition, given: Partial<GivenAnswers>, before: GivenAnswers | null) =>
  judgeAnswers(definition, { ...blank, ...given }, {}, everything, before)
const money = hiding('paymentType', 'cashCollected')

describe('an amendment of what was said to questions that are hidden now', () => {
  it('keeps it, where only something else is corrected', () => {
    const all = hiding('paymentType', 'cashCollected', 'packageId', 'callOutcomeId', 'opportunityStatusId')
    expect(amend(all, { dealClosed: true, notes: 'Paid by card.' }, sold).answers).toEqual({ ...sold, notes: 'Paid by card.' })
    expect(amend(hiding('notes'), { ...sold, notes: null }, sold).answers).toEqual(sold)
  })

  it('says nothing that no form said before, and takes back what is still asked', () => {
    expect(amend(money, { dealClosed: true }, null).answers).toMatchObject({ cashCollected: null, paymentType: null })
    expect(amend(standardForm, { dealClosed: true }, sold).answers).toMatchObject({ cashCollected: null, packageId: null, notes: null })
  })

  it('is refused where that does not fit any more, with the field named and why it is there', () => {
    expect(amend(money, {}, { ...sold, packageId: null }).problems).toEqual([
      {
        path: 'cashCollected',
        message:
          'This form says how much cash was collected, which is not asked any more and stays: Cash needs a closed deal, unless it is a deposit.',
      },
      expect.objectContaining({ path: 'paymentType' }),
    ])
    expect(amend(hiding('packageId'), {}, sold).problems).toMatchObject([
      {
        path: 'packageId',
        message: expect.stringMatching(/^This form says which package was sold, .+: A package is sold by a closed/) as string,
      },
    ])
  })

  it('says how the deal is paid beside cash that stays', () => {
    expect(amend(hiding('cashCollected'), { dealClosed: true }, sold).problems).toEqual([
      { path: 'paymentType', message: 'Say how the deal is paid.' },
    ])
    expect(amend(hiding('cashCollected'), { dealClosed: true, paymentType: 'payment_plan' }, sold).answers).toMatchObject({
      ...{ cashCollected: cash, paymentType: 'payment_plan' },
    })
  })

  it.each([hiding('cashCollected'), money])('keeps a deposit whole, also where one of its questions is asked of a close', (definition) => {
    const deposit: GivenAnswers = { ...blank, paymentType: 'deposit', cashCollected: cash, packageId: 'p' }
    expect(amend(definition, { notes: 'Pays the rest in May.' }, deposit).answers).toEqual({ ...deposit, notes: 'Pays the rest in May.' })
  })

  it('is still refused an answer to what is not asked', () => {
    expect(amend(money, { dealClosed: true, paymentType: 'pif', cashCollected: cash }, sold).problems?.map(({ path }) => path)).toEqual([
      ...['paymentType', 'cashCollected'],
    ])
  })
})
