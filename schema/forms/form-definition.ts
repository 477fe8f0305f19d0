import type { FieldDefinition } from '../fields/index.ts'

/** The questions that every organization's form has, in the order in which they are asked; each by the name of its answer in the API. */
export const questionNames = [
  'callOccurred',
  'resolution',
  'leadShowed',
  'offerMade',
  'dealClosed',
  'paymentType',
  'cashCollected',
  'packageId',
  'callOutcomeId',
  'opportunityStatusId',
  'notes',
] as const
export type QuestionName = (typeof questionNames)[number]

/** What figures, statuses and credit rest on is always asked, and is answered as its rules say. */
const fixedQuestions: readonly QuestionName[] = ['callOccurred', 'resolution', 'leadShowed', 'offerMade', 'dealClosed']

/** Whether an organization may hide a standard question, or require its answer. */
export const isFixed = (name: QuestionName): boolean => fixedQuestions.includes(name)

export const paymentTypes = ['pif', 'payment_plan', 'deposit'] as const
export type PaymentType = (typeof paymentTypes)[number]

/** Why a call did not take place; a no-show has none. */
export const resolutions = ['canceled', 'rescheduled'] as const
export type Resolution = (typeof resolutions)[number]

/** How an organization asks a standard question. */
export interface QuestionSetting {
  name: QuestionName
  /** Instead of Clinch's own words; null for those. */
  label: string | null
  help: string | null
  hidden: boolean
  /** Has to be answered where it is asked. */
  required: boolean
}

/** What an organization's post-call form asks. Never changed: a change is another version. */
export interface FormDefinition {
  /** Those that are not asked as Clinch would; `settingOf` answers for each. */
  questions: readonly QuestionSetting[]
  /** The organization's own, asked after the standard ones. */
  fields: readonly FieldDefinition[]
}

/** The form of an organization that never changed it. */
export const standardForm: FormDefinition = { questions: [], fields: [] }

/** How a standard question is asked under a definition. */
export const settingOf = (definition: FormDefinition, name: QuestionName): QuestionSetting =>
  definition.questions.find((question) => question.name === name) ?? { name, label: null, help: null, hidden: false, required: false }

const yesOrNo = ['true', 'false']

/** What a field of the form may hang on beside earlier fields: standard questions with few answers, and those. */
export const questionAnswers: Readonly<Partial<Record<QuestionName, readonly string[]>>> = {
  callOccurred: yesOrNo,
  resolution: resolutions,
  leadShowed: yesOrNo,
  offerMade: yesOrNo,
  dealClosed: yesOrNo,
  paymentType: paymentTypes,
}
