import { judgeFields, type FieldProblem, type FieldValues } from '../fields/index.ts'
import { answersBeside } from './answers-beside.ts'
import { explainCarried, withCarried, type GivenAnswers } from './carried-answers.ts'
import { questionNames, settingOf, type FormDefinition, type QuestionName } from './form-definition.ts'
import { judgeForm, type NormalisedForm } from './judge-form.ts'
import { outcomeOf, type Outcome } from './outcome-of.ts'
import { questionsAsked } from './questions-asked.ts'

export type JudgedAnswers = GivenAnswers & NormalisedForm

export type AnswersVerdict =
  | { answers: JudgedAnswers; fields: FieldValues; problems?: undefined }
  | { answers?: undefined; fields?: undefined; problems: FieldProblem[] }

/** Of notes, in UTF-16 units, without the space around them. */
export const maxNotesLength = 10_000
export const notesTooLong = 'Notes have at most 10,000 characters.'

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
 * and its own fields. `before` is what the form says that this amends: of that, what is not asked any more stays. Whether ids name entries
 * of the organization's lists is for whoever knows the lists to say.
 */
export function judgeAnswers(
  definition: FormDefinition,
  given: GivenAnswers,
  fields: Readonly<Record<string, unknown>>,
  offered: Offered,
  before: GivenAnswers | null = null,
): AnswersVerdict {
  const problems: FieldProblem[] = []
  const refuse = (path: string, message: string) => problems.push({ path, message })
  for (const name of questionNames) {
    const { hidden, label } = settingOf(definition, name)
    if (hidden && given[name] !== null) refuse(name, `${label ? `“${label}”` : 'This question'} is not asked.`)
  }
  if (given.notes !== null && given.notes.length > maxNotesLength) refuse('notes', notesTooLong)

  const whole = withCarried(definition, given, before)
  const blame = (problem: FieldProblem) => problems.push(before === null ? problem : explainCarried(definition, problem))
  const { form, problems: refused } = judgeForm(whole)
  refused?.forEach(blame)
  if (!form) return { problems }
  const asked = questionsAsked(form, definition)
  if (whole.packageId !== null && !form.dealClosed && form.paymentType !== 'deposit') {
    blame({ path: 'packageId', message: 'A package is sold by a closed deal or a deposit.' })
  }
  for (const name of questionNames) {
    const { required, label } = settingOf(definition, name)
    if (!required || !asked[name] || whole[name] !== null || !canBeAnswered(name, form, offered)) continue
    const message = label ? `“${label}” has to be answered.` : (words[name] ?? 'This has to be answered.')
    problems.push({ path: name, message, code: 'REQUIRED' })
  }
  const own = judgeFields(definition.fields, fields, { beside: answersBeside({ ...form }) })
  problems.push(...(own.problems ?? []))
  if (problems.length > 0 || !own.values) return { problems }
  const { packageId, callOutcomeId, opportunityStatusId, notes } = whole
  return { answers: { ...form, packageId, callOutcomeId, opportunityStatusId, notes }, fields: own.values }
}

function canBeAnswered(name: QuestionName, form: NormalisedForm, offered: Offered): boolean {
  if (name === 'callOutcomeId') return offered.callOutcomes.includes(outcomeOf(form))
  return name === 'packageId' || name === 'opportunityStatusId' ? offered[name] : true
}
