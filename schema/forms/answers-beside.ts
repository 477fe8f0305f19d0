import type { FieldValues } from '../fields/index.ts'
import { questionAnswers, questionNames, type QuestionName } from './form-definition.ts'
import { questionsAsked, type OpenAnswers } from './questions-asked.ts'

/**
 * The answers that fields may hang on, as a shown-if compares them. What is not answered has no entry, nor has what is not asked after the
 * other answers: of a lead who did not show up nobody asks whether they bought, though a filed form says that they did not.
 */
export function answersBeside(answers: Readonly<Partial<Record<QuestionName, unknown>>> & Partial<OpenAnswers>): FieldValues {
  const { callOccurred = null, leadShowed = null, offerMade = null, dealClosed = null, paymentType = null } = answers
  const asked = questionsAsked({ callOccurred, leadShowed, offerMade, dealClosed, paymentType })
  const stands = { ...asked, paymentType: asked.paymentType || (asked.deposit && paymentType === 'deposit') }
  return Object.fromEntries(
    questionNames.flatMap((name) => {
      const answer = answers[name]
      const compared = questionAnswers[name] !== undefined && stands[name]
      return compared && (typeof answer === 'boolean' || typeof answer === 'string') ? [[name, answer]] : []
    }),
  )
}
