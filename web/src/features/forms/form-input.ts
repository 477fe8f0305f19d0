import type { SubmitPostCallFormInput } from '../../apollo/generated/graphql.ts'
import { readMoneyText } from '../../lib/read-money-text.ts'
import { standing, type FormAnswers } from './form-answers.ts'

type Answers = Omit<SubmitPostCallFormInput, 'eventId' | 'expectedVersion' | 'clientMutationId'>

/** Answers that pass the form's rules, as the API takes them. What a "No" made pointless is left out. */
export function toFormInput(answers: FormAnswers, currency: string): Answers {
  const given = standing(answers)
  const cash = readMoneyText(given.cashCollected, currency)
  const notes = given.notes.trim()
  return {
    callOccurred: given.callOccurred === true,
    resolution: given.resolution === 'NO_SHOW' ? null : given.resolution,
    leadShowed: given.leadShowed,
    offerMade: given.offerMade,
    dealClosed: given.dealClosed,
    paymentType: given.paymentType,
    cashCollected: cash.ok ? { amount: cash.amount, currency } : null,
    notes: notes === '' ? null : notes,
  }
}
