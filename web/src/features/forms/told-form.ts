import { settingOf, type FormDefinition, type QuestionName } from '@clinch/schema/forms'
import { valueWords } from '../../lib/field-words.ts'
import { questionWords } from '../../lib/question-words.ts'
import { filedAnswers } from './filed-answers.ts'
import { toDefinition } from './form-definition.ts'
import { formSentence } from './form-words.ts'

/** A form or a version of one, as the API answers it. */
export type Filed = Parameters<typeof filedAnswers>[0]

/** Something that a form says, in words. */
export interface Told {
  /** Of the question or the field. */
  id: string
  /** What was asked, as it was asked then. */
  label: string
  text: string
}

/** All that a filed form says, under the definition that it was filed under: what happened first, then each answer, notes last. */
export function toldOf(filed: Filed, locale: string): { sentence: string; answers: Told[] } {
  const definition = toDefinition(filed.definition)
  const { fields, notes } = filedAnswers(filed)
  const told = (name: QuestionName, text: string | null | undefined): Told[] =>
    text === null || text === undefined
      ? []
      : [
          {
            id: name,
            label: labelOf(definition, name),
            text,
          },
        ]
  return {
    sentence: formSentence(filed, locale),
    answers: [
      ...told('packageId', filed.package?.name),
      ...told('callOutcomeId', filed.callOutcome?.label),
      ...told('opportunityStatusId', filed.opportunityStatus?.label),
      ...definition.fields.flatMap((field) => {
        const value = fields[field.key]
        return value === undefined
          ? []
          : [{ id: `fields.${field.key}`, label: field.label, text: valueWords(field, value, locale) }]
      }),
      ...told('notes', notes),
    ],
  }
}

/** What an answer to a standard question stands under. */
export const labelOf = (definition: FormDefinition, name: QuestionName): string =>
  settingOf(definition, name).label ?? shortWords[name] ?? questionWords[name]('the lead')

const shortWords: Readonly<Partial<Record<QuestionName, string>>> = {
  callOutcomeId: 'Outcome',
  opportunityStatusId: 'Status',
}

/** What one version of a form says otherwise than the one before it. */
export interface Change {
  id: string
  label: string
  /** Null where nothing was said. */
  before: string | null
  after: string | null
}

/** What an amendment changed, in the order of the form; what was taken away comes last. */
export function changesBetween(before: Filed, after: Filed, locale: string): Change[] {
  const [was, is] = [toldOf(before, locale), toldOf(after, locale)]
  const find = (told: readonly Told[], id: string) => told.find((each) => each.id === id)?.text ?? null
  const happened: Change = { id: 'sentence', label: 'What happened', before: was.sentence, after: is.sentence }
  const answers = is.answers.map(({ id, label, text }) => ({ id, label, before: find(was.answers, id), after: text }))
  const gone = was.answers
    .filter(({ id }) => find(is.answers, id) === null)
    .map(({ id, label, text }) => ({ id, label, before: text, after: null }))
  return [happened, ...answers, ...gone].filter((change) => change.before !== change.after)
}
