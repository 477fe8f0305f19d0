import type { FieldAnswer } from '../../lib/field-answers.ts'
import { paymentTypes, resolutions } from './answer-choices.ts'
import type { FormAnswers } from './form-answers.ts'

/** Whether something that was kept is an answer as this release writes them. */
const isFieldAnswer = (value: unknown): value is FieldAnswer =>
  value === null ||
  typeof value === 'string' ||
  typeof value === 'boolean' ||
  (Array.isArray(value) && value.every((each) => typeof each === 'string')) ||
  (typeof value === 'object' &&
    'amount' in value &&
    typeof value.amount === 'string' &&
    'currency' in value &&
    typeof value.currency === 'string')

const isOneOf = (value: unknown, choices: readonly unknown[]): boolean => choices.includes(value)
const yesOrNo = [true, false, null]
const isText = (value: unknown) => typeof value === 'string'
const isTextOrNull = (value: unknown) => value === null || isText(value)

/** Whether each answer is one that the form could have kept. */
const answerFits: Readonly<Record<keyof FormAnswers, (value: unknown) => boolean>> = {
  callOccurred: (value) => isOneOf(value, yesOrNo),
  resolution: (value) => isOneOf(value, [null, ...resolutions]),
  leadShowed: (value) => isOneOf(value, yesOrNo),
  offerMade: (value) => isOneOf(value, yesOrNo),
  dealClosed: (value) => isOneOf(value, yesOrNo),
  paymentType: (value) => isOneOf(value, [null, ...paymentTypes]),
  cashCollected: isText,
  cashCurrency: isTextOrNull,
  packageId: isTextOrNull,
  callOutcomeId: isTextOrNull,
  opportunityStatusId: isTextOrNull,
  notes: isText,
  fields: (value) => typeof value === 'object' && value !== null && Object.values(value).every(isFieldAnswer),
}

/** Whether what was kept are answers to this very form, and not to an older release's. */
export function isAnswers(kept: unknown): kept is FormAnswers {
  if (typeof kept !== 'object' || kept === null) return false
  const given = new Map<string, unknown>(Object.entries(kept))
  return Object.entries(answerFits).every(([name, fits]) => given.has(name) && fits(given.get(name)))
}
