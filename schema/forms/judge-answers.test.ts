import { describe, expect, it } from 'vitest'
import type { FieldDefinition } from '../fields/index.ts'
import {
  type FormDefinition,
  type GivenAnswers,
  judgeAnswers,
  type Offered,
  type QuestionName,
  type QuestionSetting,
  standardForm,
} from './index.ts'

const blank: GivenAnswers = {
  ...{ callOccurred: true, leadShowed: null, offerMade: null, dealClosed: null, resolution: null, cashCollected: null, paymentType: null },
  ...{ packageId: null, callOutcomeId: null, opportunityStatusId: null, notes: null },
}
const cash = { amountMinor: 90_000n, currency: 'USD' }
const closed: Partial<GivenAnswers> = { dealClosed: true, paymentType: 'pif', cashCollected: cash }

const question = (name: QuestionName, change: Partial<QuestionSetting>): QuestionSetting => ({
  ...{ name, label: null, help: null, hidden: false, required: false },
  ...change,
})
const text = (key: string, change: Partial<FieldDefinition> = {}): FieldDefinition => ({
  ...{ key, kind: 'text', label: key, help: null, required: false, options: [], shownIf: null },
  ...change,
})
const everything: Offered = { packageId: true, opportunityStatusId: true, callOutcomes: ['closed', 'offer_made', 'no_offer', 'no_show'] }
const judge = (definition: FormDefinition, given: Partial<GivenAnswers>, fields: Record<string, unknown> = {}) =>
  judgeAnswers(definition, { ...blank, ...given }, fields, everything)
const blamed = (...given: Parameters<typeof judge>) => judge(...given).problems?.map(({ path }) => path)
const asks = (...questions: QuestionSetting[]): FormDefinition => ({ questions, fields: [] })

describe('a form under the standard definition', () => {
  it('is taken with all that it says', () => {
    const given = { ...closed, packageId: 'p', callOutcomeId: 'o', opportunityStatusId: 's', notes: 'Paid by wire.' }
    expect(judge(standardForm, given)).toEqual({
      answers: { ...blank, ...given, leadShowed: true, offerMade: true },
      fields: {},
    })
  })

  it('has no fields to post', () => {
    expect(blamed(standardForm, {}, { extra: 'x' })).toEqual(['fields.extra'])
  })

  it('names a package only where something was sold', () => {
    expect(blamed(standardForm, { offerMade: true, packageId: 'p' })).toEqual(['packageId'])
    expect(blamed(standardForm, { offerMade: true, cashCollected: cash, paymentType: 'deposit', packageId: 'p' })).toBeUndefined()
  })

  it('has notes of at most 10,000 characters', () => {
    expect(blamed(standardForm, { notes: 'n'.repeat(10_001) })).toEqual(['notes'])
    expect(blamed(standardForm, { notes: 'n'.repeat(10_000) })).toBeUndefined()
  })
})

describe('a question that an organization requires', () => {
  const all = asks(
    ...(['paymentType', 'cashCollected', 'packageId', 'callOutcomeId', 'opportunityStatusId', 'notes'] as const).map((name) =>
      question(name, { required: true }),
    ),
  )

  it('has to be answered where it is asked', () => {
    expect(blamed(all, { callOccurred: false })).toEqual(['callOutcomeId', 'opportunityStatusId', 'notes'])
    expect(blamed(all, { dealClosed: true })).toEqual([
      ...['paymentType', 'cashCollected', 'packageId', 'callOutcomeId', 'opportunityStatusId', 'notes'],
    ])
  })

  it('is not demanded where the organization offers nothing to choose that fits', () => {
    const blamedWith = (offered: Offered) =>
      judgeAnswers(all, { ...blank, ...closed, notes: 'x' }, {}, offered).problems?.map(({ path }) => path)
    expect(blamedWith({ packageId: false, opportunityStatusId: false, callOutcomes: ['no_show'] })).toBeUndefined()
    expect(blamedWith({ packageId: false, opportunityStatusId: true, callOutcomes: ['closed'] })).toEqual([
      ...['callOutcomeId', 'opportunityStatusId'],
    ])
  })

  it('is named by the words that the organization gave it', () => {
    expect(judge(asks(question('notes', { label: 'What did you learn?', required: true })), {}).problems).toEqual([
      { path: 'notes', message: '“What did you learn?” has to be answered.', code: 'REQUIRED' },
    ])
  })
})

describe('a question that an organization hides', () => {
  it('is refused an answer', () => {
    const hiding = asks(...(['packageId', 'callOutcomeId', 'notes'] as const).map((name) => question(name, { hidden: true })))
    expect(blamed(hiding, { ...closed, packageId: 'p', callOutcomeId: 'o', notes: 'x' })).toEqual(['packageId', 'callOutcomeId', 'notes'])
    expect(blamed(hiding, closed)).toBeUndefined()
  })

  it('leaves a close without its cash and its way of paying', () => {
    const hiding = asks(question('paymentType', { hidden: true }), question('cashCollected', { hidden: true }))
    expect(judge(hiding, { dealClosed: true }).answers).toMatchObject({ dealClosed: true, paymentType: null, cashCollected: null })
    expect(blamed(hiding, closed)).toEqual(['paymentType', 'cashCollected'])
  })
})

describe("the organization's own fields", () => {
  const why = text('why', { required: true, shownIf: { fieldKey: 'dealClosed', anyOf: ['false'] } })
  const plan = text('plan_length', { shownIf: { fieldKey: 'paymentType', anyOf: ['payment_plan'] } })
  const form: FormDefinition = { questions: [], fields: [why, plan] }

  it('may hang on the standard questions, with what follows from what was left out', () => {
    expect(blamed(form, { offerMade: true })).toEqual(['fields.why'])
    expect(judge(form, { offerMade: true }, { why: 'Price' }).fields).toEqual({ why: 'Price' })
    expect(judge(form, { ...closed, paymentType: 'payment_plan' }, { plan_length: '6 months' }).fields).toEqual({ plan_length: '6 months' })
    expect(blamed(form, closed, { plan_length: '6 months', why: 'x' })).toEqual(['fields.why', 'fields.plan_length'])
  })

  it('are not asked after what is not asked itself', () => {
    expect(blamed(form, { leadShowed: false })).toBeUndefined()
    expect(blamed(form, { leadShowed: false }, { why: 'Price' })).toEqual(['fields.why'])
    expect(blamed(form, { callOccurred: false, resolution: 'canceled' }, { why: 'Price' })).toEqual(['fields.why'])
    const deposit = { offerMade: true, paymentType: 'deposit', cashCollected: cash } as const
    expect(
      blamed(
        { questions: [], fields: [text('when', { required: true, shownIf: { fieldKey: 'paymentType', anyOf: ['deposit'] } })] },
        deposit,
      ),
    ).toEqual(['fields.when'])
  })

  it('are judged only once the standard questions make sense', () => {
    expect(blamed(form, { leadShowed: false, dealClosed: true, offerMade: true }, { why: 'x' })).toEqual(['offerMade', 'dealClosed'])
  })
})
