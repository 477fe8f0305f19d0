import { toTypedValue } from '@clinch/schema/fields'
import type { SubmitPostCallFormInput } from '../../apollo/generated/graphql.ts'
import { readMoneyText } from '../../lib/read-money-text.ts'
import { toValues } from '../../lib/field-answers.ts'
import { standing, type FormAnswers } from './form-answers.ts'
import type { FormKit } from './form-kit.ts'

type Answers = Omit<SubmitPostCallFormInput, 'eventId' | 'expectedVersion' | 'clientMutationId'>

/**
 * Answers that pass the form's rules, as the API takes them. What a "No" made pointless is left out. `currency` is the organization's, for
 * cash that does not say another.
 */
export function toFormInput(answers: FormAnswers, currency: string, kit: FormKit): Answers {
  const { version, definition } = kit
  const given = standing(answers, kit)
  const values = toValues(definition.fields, given.fields)
  const cashCurrency = given.cashCurrency ?? currency
  const cash = readMoneyText(given.cashCollected, cashCurrency)
  const notes = given.notes.trim()
  return {
    definitionVersion: version,
    callOccurred: given.callOccurred === true,
    resolution: given.resolution === 'NO_SHOW' ? null : given.resolution,
    leadShowed: given.leadShowed,
    offerMade: given.offerMade,
    dealClosed: given.dealClosed,
    paymentType: given.paymentType,
    cashCollected: cash.ok ? { amount: cash.amount, currency: cashCurrency } : null,
    packageId: given.packageId,
    callOutcomeId: given.callOutcomeId,
    opportunityStatusId: given.opportunityStatusId,
    notes: notes === '' ? null : notes,
    fields: definition.fields.flatMap(({ key, kind }) => {
      const value = values[key]
      if (value === undefined) return []
      const { options, ...typed } = toTypedValue(kind, value)
      return [{ key, ...typed, ...(options ? { options: [...options] } : {}) }]
    }),
  }
}
