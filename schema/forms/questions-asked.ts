import { settingOf, standardForm, type FormDefinition, type PaymentType, type QuestionName } from './form-definition.ts'

/** Answers as far as they are given; null is not answered yet. */
export interface OpenAnswers {
  callOccurred: boolean | null
  leadShowed: boolean | null
  offerMade: boolean | null
  dealClosed: boolean | null
  paymentType: PaymentType | null
}

/** Which questions stand: a "No" takes away what would follow from a "Yes". */
export interface Asked extends Readonly<Record<QuestionName, boolean>> {
  /** Whether a lead who did not buy left a deposit: answered by the payment type `deposit`. */
  deposit: boolean
}

/** The questions that are asked after these answers, without those that the organization hides. */
export function questionsAsked(answers: OpenAnswers, definition: FormDefinition = standardForm): Asked {
  const shown = (name: QuestionName) => !settingOf(definition, name).hidden
  const took = answers.callOccurred === true
  const showed = took && answers.leadShowed === true
  const offered = showed && answers.offerMade === true
  const closed = offered && answers.dealClosed === true
  const deposit = offered && answers.dealClosed === false && shown('paymentType') && shown('cashCollected')
  const paid = closed || (deposit && answers.paymentType === 'deposit')
  return {
    callOccurred: true,
    resolution: answers.callOccurred === false,
    leadShowed: took,
    offerMade: showed,
    dealClosed: offered,
    paymentType: closed && shown('paymentType'),
    deposit,
    cashCollected: paid && shown('cashCollected'),
    packageId: paid && shown('packageId'),
    callOutcomeId: answers.callOccurred !== null && shown('callOutcomeId'),
    opportunityStatusId: answers.callOccurred !== null && shown('opportunityStatusId'),
    notes: shown('notes'),
  }
}
