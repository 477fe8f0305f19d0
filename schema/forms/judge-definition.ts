import {
  fieldLimits,
  judgeDefinitions,
  judgeHelp,
  judgeLine,
  type FieldDefinition,
  type FieldKind,
  type FieldProblem,
} from '../fields/index.ts'
import { isFixed, questionAnswers, questionNames, type FormDefinition, type QuestionName, type QuestionSetting } from './form-definition.ts'

export type DefinitionVerdict = { definition: FormDefinition; problems?: undefined } | { definition?: undefined; problems: FieldProblem[] }

type Refuse = (path: string, message: string) => void

/** An option that the form has or once had. */
export interface PastOption {
  /** What it was called last. */
  label: string
  /** Whether the version in force has it. */
  inForce: boolean
}

/** What the form has or once had: what was filed under the key of a field or an option stays that for ever. */
export interface FormPast {
  /** Of each field, by its key. */
  kinds: ReadonlyMap<string, FieldKind>
  /** By the key of their field, then by their own. */
  options: ReadonlyMap<string, ReadonlyMap<string, PastOption>>
}

/** Of a form that nobody saved yet. */
export const noPast: FormPast = { kinds: new Map(), options: new Map() }

/** Judges a form as an admin defines it. Problems are named `questions.<name>.…` and `fields.<place>.…`. */
export function judgeDefinition(
  given: { questions: readonly QuestionSetting[]; fields: readonly FieldDefinition[] },
  past: FormPast = noPast,
): DefinitionVerdict {
  const problems: FieldProblem[] = []
  const refuse: Refuse = (path, message) => problems.push({ path, message })
  const questions = judgeQuestions(given.questions, refuse)
  const beside = Object.fromEntries(questionNames.map((name) => [name, questionAnswers[name] ?? []]))
  const verdict = judgeDefinitions(given.fields, { beside, kinds: past.kinds })
  problems.push(...(verdict.problems ?? []))
  const hidden = new Set<string>(questions.filter((question) => question.hidden).map(({ name }) => name))
  given.fields.forEach(({ shownIf }, index) => {
    if (shownIf && hidden.has(shownIf.fieldKey)) refuse(`fields.${index}.shownIf.fieldKey`, 'The question that it hangs on is hidden.')
  })
  judgeTakenOut(given.fields, past, refuse)
  if (problems.length > 0 || !verdict.definitions) return { problems }
  return { definition: { questions, fields: verdict.definitions } }
}

/** Whether an option would come back under its key as another one: forms that have the one that was taken out would then tell of this. */
export const isAnother = (label: string, past: PastOption | undefined): past is PastOption =>
  past !== undefined && !past.inForce && past.label !== label.replace(/\s+/g, ' ').trim()

function judgeTakenOut(fields: readonly FieldDefinition[], { options: had }: FormPast, refuse: Refuse): void {
  fields.forEach(({ key: fieldKey, options }, index) => {
    options.forEach(({ key, label }, at) => {
      const past = had.get(fieldKey)?.get(key)
      if (isAnother(label, past))
        refuse(`fields.${index}.options.${at}.key`, `Forms have “${past.label}” under this key. Choose another key.`)
    })
  })
}

/** The settings that say something, in the order of the questions. */
function judgeQuestions(given: readonly QuestionSetting[], refuse: Refuse): QuestionSetting[] {
  const settings = new Map<QuestionName, QuestionSetting>()
  for (const question of given) {
    const { name, hidden, required } = question
    const blame: Refuse = (at, message) => refuse(`questions.${name}.${at}`, message)
    if (settings.has(name)) blame('name', 'This question is given twice.')
    if (hidden && isFixed(name)) blame('hidden', 'What figures rest on is always asked.')
    if (required && isFixed(name)) blame('required', 'This question is required as it is.')
    if (hidden && required && !isFixed(name)) blame('required', 'A question that is hidden cannot be required.')
    const label =
      question.label === null || question.label.trim() === '' ? null : judgeLine(question.label, 'label', fieldLimits.labelLength, blame)
    settings.set(name, { name, label, help: judgeHelp(question.help, blame), hidden, required })
  }
  if (settings.get('paymentType')?.hidden === true && settings.get('cashCollected')?.hidden !== true) {
    refuse('questions.paymentType.hidden', 'Cash needs to say how the deal is paid: hide both, or neither.')
  }
  return questionNames.flatMap((name) => {
    const setting = settings.get(name)
    return setting && (setting.label !== null || setting.help !== null || setting.hidden || setting.required) ? [setting] : []
  })
}
