import {
  answersBeside,
  outcomeOf,
  questionsAsked,
  type Asked,
  type FormDefinition,
  type Outcome,
  type PaymentType as JudgedPaymentType,
  type QuestionName,
  type Resolution,
} from '@clinch/schema/forms'
import { shownFields, type FieldDefinition, type FieldValues } from '@clinch/schema/fields'
import type { CallResolution, PaymentType } from '../../apollo/generated/graphql.ts'
import type { Money } from '../../lib/format-money.ts'
import { fittingAnswers, toAnswers, toValues, type FieldAnswers } from '../../lib/field-answers.ts'
import { moneyText } from '../../lib/read-money-text.ts'
import type { paymentTypes, resolutions } from './answer-choices.ts'
import { fittingOutcomes, type FormKit } from './form-kit.ts'

/** A form as it is filled in: null is not answered yet, and money is as typed. What was answered stays when its question is hidden. */
export interface FormAnswers {
  callOccurred: boolean | null
  resolution: (typeof resolutions)[number] | null
  leadShowed: boolean | null
  offerMade: boolean | null
  dealClosed: boolean | null
  paymentType: (typeof paymentTypes)[number] | null
  cashCollected: string
  /** What the cash is in, ISO 4217; null until there is some. A form that was filed keeps what it was reported in. */
  cashCurrency: string | null
  packageId: string | null
  callOutcomeId: string | null
  opportunityStatusId: string | null
  notes: string
  /** To the organization's own fields, by their key. */
  fields: FieldAnswers
}

/** What an answer is found by: the name of a standard question, or `fields.` and the key of an own field. */
export type AnswerPath = QuestionName | `fields.${string}`

/** A form that was filed, as far as its answers go. */
export interface FiledAnswers {
  callOccurred: boolean
  resolution: CallResolution | null
  leadShowed: boolean
  offerMade: boolean
  dealClosed: boolean
  paymentType: PaymentType | null
  cashCollected: Money | null
  packageId: string | null
  callOutcomeId: string | null
  opportunityStatusId: string | null
  notes: string | null
  fields: FieldValues
}

/** The kit of an amendment: what the form says by now stays where it is not asked any more. */
export interface AmendmentKit extends FormKit {
  filed?: FiledAnswers
}

export const noAnswers: FormAnswers = {
  callOccurred: null,
  resolution: null,
  leadShowed: null,
  offerMade: null,
  dealClosed: null,
  paymentType: null,
  cashCollected: '',
  cashCurrency: null,
  packageId: null,
  callOutcomeId: null,
  opportunityStatusId: null,
  notes: '',
  fields: {},
}

const resolutionOf = (resolution: CallResolution | null): FormAnswers['resolution'] => resolution ?? 'NO_SHOW'

/** The answers to begin an amendment with. Whoever left a deposit was made an offer, even where a form filed elsewhere does not say. */
export function answersOf(filed: FiledAnswers): FormAnswers {
  const { callOccurred, leadShowed, dealClosed, paymentType, cashCollected } = filed
  return {
    callOccurred,
    resolution: callOccurred ? null : resolutionOf(filed.resolution),
    leadShowed: callOccurred ? leadShowed : null,
    offerMade: leadShowed ? filed.offerMade || paymentType === 'DEPOSIT' : null,
    dealClosed: leadShowed ? dealClosed : null,
    paymentType,
    cashCollected: cashCollected ? moneyText(cashCollected) : '',
    cashCurrency: cashCollected?.currency ?? null,
    packageId: filed.packageId,
    callOutcomeId: filed.callOutcomeId,
    opportunityStatusId: filed.opportunityStatusId,
    notes: filed.notes ?? '',
    fields: toAnswers(filed.fields),
  }
}

const judgedPaymentTypes = { PIF: 'pif', PAYMENT_PLAN: 'payment_plan', DEPOSIT: 'deposit' } as const satisfies Record<
  PaymentType,
  JudgedPaymentType
>
const judgedResolutions = { CANCELED: 'canceled', RESCHEDULED: 'rescheduled', NO_SHOW: null } as const satisfies Record<
  NonNullable<FormAnswers['resolution']>,
  Resolution | null
>

/** How a deal is paid, as the form's rules write it. */
export const judgedPaymentType = (type: FormAnswers['paymentType']): JudgedPaymentType | null =>
  type === null ? null : judgedPaymentTypes[type]

/** Why the call did not take place, as the form's rules write it. */
export const judgedResolution = (resolution: FormAnswers['resolution']): Resolution | null =>
  resolution === null ? null : judgedResolutions[resolution]

/** Which questions stand: a "No" hides what follows from it. */
export const asked = (answers: FormAnswers, definition: FormDefinition): Asked =>
  questionsAsked({ ...answers, paymentType: judgedPaymentType(answers.paymentType) }, definition)

/** What the standard questions answer to own fields that hang on them. */
const beside = (answers: FormAnswers): FieldValues =>
  answersBeside({
    ...answers,
    paymentType: judgedPaymentType(answers.paymentType),
    resolution: judgedResolution(answers.resolution),
  })

/** The standard answers that stand, with those to hidden questions left out. */
function standingQuestions(answers: FormAnswers, definition: FormDefinition): FormAnswers {
  const stands = asked(answers, definition)
  const payment = stands.paymentType || (stands.deposit && answers.paymentType === 'DEPOSIT')
  return {
    callOccurred: answers.callOccurred,
    resolution: stands.resolution ? answers.resolution : null,
    leadShowed: stands.leadShowed ? answers.leadShowed : null,
    offerMade: stands.offerMade ? answers.offerMade : null,
    dealClosed: stands.dealClosed ? answers.dealClosed : null,
    paymentType: payment ? answers.paymentType : null,
    cashCollected: stands.cashCollected ? answers.cashCollected : '',
    cashCurrency: stands.cashCollected ? answers.cashCurrency : null,
    packageId: stands.packageId ? answers.packageId : null,
    callOutcomeId: stands.callOutcomeId ? answers.callOutcomeId : null,
    opportunityStatusId: stands.opportunityStatusId ? answers.opportunityStatusId : null,
    notes: stands.notes ? answers.notes : '',
    fields: answers.fields,
  }
}

/** The own fields that are asked beside these answers; also beside those that an amendment keeps, since they are asked no more. */
export const askedFields = (answers: FormAnswers, definition: FormDefinition): FieldDefinition[] =>
  shownFields(definition.fields, toValues(definition.fields, answers.fields), beside(answers))

const chosen = (entries: readonly { id: string }[], id: string | null): string | null =>
  entries.some((entry) => entry.id === id) ? id : null

/**
 * The answers that stand, with those to hidden questions and fields left out, and an outcome that they do not amount to: what is checked
 * and sent.
 */
export function standing(answers: FormAnswers, kit: FormKit): FormAnswers {
  const questions = standingQuestions(answers, kit.definition)
  const shown = new Set(askedFields(answers, kit.definition).map(({ key }) => key))
  return {
    ...questions,
    packageId: chosen(kit.packages, questions.packageId),
    callOutcomeId: chosen(fittingOutcomes(kit, outcomeSoFar(questions)), questions.callOutcomeId),
    opportunityStatusId: chosen(kit.opportunityStatuses, questions.opportunityStatusId),
    fields: Object.fromEntries(
      Object.entries(fittingAnswers(kit.definition.fields, answers.fields)).filter(([key]) => shown.has(key)),
    ),
  }
}

/** The outcome that the answers amount to; null while they do not say. */
export function outcomeSoFar(answers: FormAnswers): Outcome | null {
  const { callOccurred, resolution, leadShowed, offerMade, dealClosed } = answers
  const open =
    callOccurred === null ||
    (!callOccurred && resolution === null) ||
    (callOccurred &&
      (leadShowed === null || (leadShowed && (offerMade === null || (offerMade && dealClosed === null)))))
  if (open) return null
  const showed = callOccurred && leadShowed === true
  const offered = showed && offerMade === true
  return outcomeOf({
    callOccurred,
    resolution: callOccurred ? null : judgedResolution(resolution),
    leadShowed: showed,
    offerMade: offered,
    dealClosed: offered && dealClosed === true,
  })
}
