import { judgeFields, type FieldProblem, type FieldValues } from '../fields/index.ts'
import { answersBeside } from './answers-beside.ts'
import { questionNames, settingOf, type FormDefinition, type QuestionName } from './form-definition.ts'
import { judgeForm, type GivenForm, type NormalisedForm } from './judge-form.ts'
import { outcomeOf, type Outcome } from './outcome-of.ts'
import { questionsAsked } from './questions-asked.ts'

/** Every standard question as it was answered; what was left out is null. */
export interface GivenAnswers extends GivenForm {
  packageId: string | null
  callOutcomeId: string | null
  opportunityStatusId: string | null
  notes: string | null
}

export type JudgedAnswers = GivenAnswers & NormalisedForm

export type AnswersVerdict =
  | { answers: JudgedAnswers; fields: FieldValues; problems?: undefined }
  | { answers?: undefined; fields?: undefined; problems: FieldProblem[] }

/** Of notes, in UTF-16 units, without the space around them. */
export const maxNotesLength = 10_000

/** What the organization's lists offer now: an answer that nobody could choose is not demanded. */
export interface Offered {
  packageId: boolean
  opportunityStatusId: boolean
  /** What the outcomes that can be chosen mean. */
  callOutcomes: readonly Outcome[]
}

const words: Readonly<Partial<Record<keyof GivenAnswers, string>>> = {
  paymentType: 'Say how the deal is paid.',
  cashCollected: 'Say how much cash was collected.',
  packageId: 'Say which package was sold.',
  callOutcomeId: 'Say how the call ended.',
  opportunityStatusId: 'Say where the deal stands.',
  notes: 'Write notes of the call.',
}

/**
 * Judges a whole form under the definition that it is filed under: the standard questions, those that the organization requires or hides,
 * and its own fields. Whether ids name entries of its lists is for whoever knows the lists to say.
 */
export function judgeAnswers(
  definition: FormDefinition,
  given: GivenAnswers,
  fields: Readonly<Record<string, unknown>>,
  offered: Offered,
): AnswersVerdict {
  const problems: FieldProblem[] = []
  const refuse = (path: string, message: string) => problems.push({ path, message })
  for (const name of questionNames) {
    const { hidden, label } = settingOf(definition, name)
    if (hidden && given[name] !== null) refuse(name, `${label ? `“${label}”` : 'This question'} is not asked.`)
  }
  if (given.notes !== null && given.notes.length > maxNotesLength) refuse('notes', 'Notes have at most 10,000 characters.')

  const { form, problems: refused } = judgeForm(given)
  if (!form) return { problems: [...problems, ...refused] }
  const asked = questionsAsked(form, definition)
  if (given.packageId !== null && !form.dealClosed && form.paymentType !== 'deposit') {
    refuse('packageId', 'A package is sold by a closed deal or a deposit.')
  }
  for (const name of questionNames) {
    const { required, label } = settingOf(definition, name)
    if (!required || !asked[name] || given[name] !== null || !canBeAnswered(name, form, offered)) continue
    refuse(name, label ? `“${label}” has to be answered.` : (words[name] ?? 'This has to be answered.'))
  }
  const own = judgeFields(definition.fields, fields, { beside: answersBeside({ ...form }) })
  problems.push(...(own.problems ?? []))
  if (problems.length > 0 || !own.values) return { problems }
  const { packageId, callOutcomeId, opportunityStatusId, notes } = given
  return { answers: { ...form, packageId, callOutcomeId, opportunityStatusId, notes }, fields: own.values }
}

function canBeAnswered(name: QuestionName, form: NormalisedForm, offered: Offered): boolean {
  if (name === 'callOutcomeId') return offered.callOutcomes.includes(outcomeOf(form))
  return name === 'packageId' || name === 'opportunityStatusId' ? offered[name] : true
}
