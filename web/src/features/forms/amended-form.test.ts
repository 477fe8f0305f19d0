import type { QuestionName } from '@clinch/schema/forms'
import { describe, expect, it } from 'vitest'
import { filedAnswers, withFiled } from './filed-answers.ts'
import { answersOf, askedFields, type AmendmentKit, type FiledAnswers, type FormAnswers } from './form-answers.ts'
import { toFormInput } from './form-input.ts'
import { standardKit } from './form-kit.ts'
import { refusals } from './form-refusals.ts'
import type { FiledForm } from './post-call-form-parts.ts'

const sold: FiledAnswers = {
  callOccurred: true,
  resolution: null,
  leadShowed: true,
  offerMade: true,
  dealClosed: true,
  paymentType: 'PIF',
  cashCollected: { amount: '9000.00', currency: 'USD' },
  packageId: null,
  callOutcomeId: null,
  opportunityStatusId: null,
  notes: null,
  fields: {},
}

/** What amends a filed form where these questions are hidden since. */
const kitHiding = (filed: FiledAnswers, ...names: QuestionName[]): AmendmentKit => ({
  ...standardKit,
  filed,
  version: 2,
  callOutcomes: [{ id: 'signed', label: 'Signed', color: 'green', outcome: 'closed' }],
  definition: {
    questions: names.map((name) => ({ name, label: null, help: null, hidden: true, required: false })),
    fields: [],
  },
})
const refused = (answers: FormAnswers, kit: AmendmentKit) =>
  refusals(answers, { kit, currency: 'USD', firstName: 'Amira' })
/** As the API answers it. */
const wire: FiledForm = {
  ...{ id: 'f', callOccurred: true, leadShowed: true, offerMade: true, dealClosed: true, resolution: null },
  ...{ paymentType: 'PIF', cashCollected: { amount: '9000.00', currency: 'USD' }, notes: null, fields: [] },
  ...{ package: null, opportunityStatus: null },
  callOutcome: { id: 'signed', label: 'Signed', color: 'GREEN', outcome: 'CLOSED' },
  definition: { version: 1, madeAt: null, madeByName: null, questions: [], fields: [] },
  ...{ version: 1, submittedAt: '2026-11-20T10:00:00Z', amendedAt: null, submittedByName: 'Priya', versions: [] },
}

const money = kitHiding(sold, 'paymentType', 'cashCollected')

describe('an amendment of a form whose questions were hidden since', () => {
  it('is taken, and sends nothing of what stays', () => {
    const answers = { ...answersOf(sold), notes: 'Paid by card.' }
    expect(refused(answers, money)).toEqual([])
    expect(toFormInput(answers, 'USD', money)).toMatchObject({
      dealClosed: true,
      paymentType: null,
      cashCollected: null,
      notes: 'Paid by card.',
    })
  })

  it('knows what was filed, and what that chose of lists that offer it no more', () => {
    const kit = withFiled(standardKit, wire)
    expect(kit.filed).toEqual(filedAnswers(wire))
    expect(kit.filed).toEqual({ ...sold, callOutcomeId: 'signed' })
    expect(kit.callOutcomes).toMatchObject([{ id: 'signed', outcome: 'closed' }])
  })

  it('is refused where what stays does not fit, at a question that can be seen', () => {
    const found = refused({ ...answersOf(sold), dealClosed: false }, money)
    expect(found[0]).toEqual({
      field: 'dealClosed',
      message:
        'This form says how much cash was collected, which is not asked any more and stays: Cash needs a closed deal, unless it is a deposit',
    })
    expect(new Set(found.map(({ field }) => field))).toEqual(new Set(['dealClosed']))
    const nobodyCame = { ...answersOf(sold), callOccurred: false, resolution: 'NO_SHOW' as const }
    expect(refused(nobodyCame, money)[0]).toMatchObject({ field: 'resolution' })
  })

  it('is refused where an outcome that stays means something else', () => {
    const kit = kitHiding({ ...sold, callOutcomeId: 'signed' }, 'callOutcomeId')
    const answers = answersOf({ ...sold, callOutcomeId: 'signed' })
    expect(refused({ ...answers, notes: 'Paid by card.' }, kit)).toEqual([])
    expect(refused({ ...answers, dealClosed: false }, kit)).toEqual([
      {
        field: 'dealClosed',
        message:
          'This form says how the call ended, which is not asked any more and stays: “Signed” means that the deal was closed; the answers say that an offer was made and not taken',
      },
    ])
  })

  it('says how the deal is paid beside cash that stays', () => {
    const kit = kitHiding(sold, 'cashCollected')
    expect(refused(answersOf(sold), kit)).toEqual([])
    expect(refused({ ...answersOf(sold), paymentType: null }, kit)).toMatchObject([{ field: 'paymentType' }])
  })

  it('keeps a deposit that is not asked for any more, with the own fields that hang on it', () => {
    const deposit: FiledAnswers = { ...sold, dealClosed: false, paymentType: 'DEPOSIT', fields: { rest_on: 'May 1' } }
    const { definition, ...kit } = kitHiding(deposit, 'cashCollected')
    const restOn = {
      ...{ key: 'rest_on', kind: 'text' as const, label: 'When does the rest come?', help: null, required: true },
      ...{ options: [], shownIf: { fieldKey: 'paymentType', anyOf: ['deposit'] } },
    }
    const asking = { ...kit, definition: { ...definition, fields: [restOn] } }
    expect(askedFields(answersOf(deposit), asking.definition)).toEqual([restOn])
    expect(refused(answersOf(deposit), asking)).toEqual([])
    expect(toFormInput(answersOf(deposit), 'USD', asking)).toMatchObject({
      cashCollected: null,
      fields: [{ key: 'rest_on', text: 'May 1' }],
    })
  })
})

describe('an amendment of a form whose cash is in another currency than the organization’s', () => {
  it.each([
    ['9000.00', 'EUR', '9,000.00'],
    ['500000', 'JPY', '500,000'],
    ['12.500', 'KWD', '12.500'],
    ['1200.00', 'XCG', '1,200.00'],
  ])('keeps %s %s as it is', (amount, currency, text) => {
    const filed: FiledAnswers = { ...sold, cashCollected: { amount, currency } }
    const kit: AmendmentKit = { ...standardKit, filed, version: 2 }
    const answers = { ...answersOf(filed), notes: 'Paid by card.' }
    expect(answers.cashCollected).toBe(text)
    expect(refused(answers, kit)).toEqual([])
    expect(toFormInput(answers, 'USD', kit).cashCollected).toEqual({ amount, currency })
  })

  it('takes another amount in the same currency', () => {
    const filed: FiledAnswers = { ...sold, cashCollected: { amount: '9000.00', currency: 'EUR' } }
    const kit: AmendmentKit = { ...standardKit, filed, version: 2 }
    expect(toFormInput({ ...answersOf(filed), cashCollected: '8,500' }, 'USD', kit).cashCollected).toEqual({
      amount: '8500.00',
      currency: 'EUR',
    })
  })
})

describe('cash that is more than anybody is paid', () => {
  it('is refused at its field, before it is sent', () => {
    const answers = { ...answersOf(sold), cashCollected: '99,999,999,999,999,999' }
    expect(refused(answers, standardKit).map(({ field }) => field)).toContain('cashCollected')
  })
})
