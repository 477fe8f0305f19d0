import type { OptionColor } from '@clinch/schema/fields'
import { questionAnswers, type PaymentType, type Resolution } from '@clinch/schema/forms'
import type { FieldDraft } from './builder-draft.ts'
import type { BuilderDraft } from './builder-draft.ts'
import { askedAs } from './standard-questions.ts'

/** A question whose answers say whether a field is shown. */
export interface ConditionSource {
  /** The draft's id of a field, or the name of a standard question. */
  id: string
  label: string
  answers: readonly { value: string; label: string; color?: OptionColor }[]
}

const answerWords: Readonly<Record<PaymentType | Resolution | 'true' | 'false', string>> = {
  true: 'Yes',
  false: 'No',
  pif: 'In full',
  payment_plan: 'Payment plan',
  deposit: 'Deposit',
  canceled: 'Canceled',
  rescheduled: 'Moved',
}

const wordsOf = (value: string): string =>
  Object.entries(answerWords).find(([answer]) => answer === value)?.[1] ?? value

const yesOrNo = ['true', 'false'].map((value) => ({ value, label: wordsOf(value) }))

const answersOf = ({ kind, options }: FieldDraft): ConditionSource['answers'] | null => {
  if (kind === 'boolean') return yesOrNo
  if (kind !== 'select' && kind !== 'multi_select') return null
  return options
    .filter(({ label }) => label.trim() !== '')
    .map(({ id, label, color }) => ({ value: id, label, ...(color ? { color } : {}) }))
}

/** What a field can hang on: standard questions with few answers, and the choices that stand before it. */
export function conditionSources({ standard, fields }: BuilderDraft, id: string): ConditionSource[] {
  const at = fields.findIndex((field) => field.id === id)
  return [
    ...standard.flatMap((question) => {
      const answers = question.hidden ? undefined : questionAnswers[question.name]
      return answers
        ? [
            {
              id: question.name,
              label: askedAs(question),
              answers: answers.map((value) => ({ value, label: wordsOf(value) })),
            },
          ]
        : []
    }),
    ...fields.slice(0, Math.max(0, at)).flatMap((field) => {
      const answers = answersOf(field)
      return answers && field.label.trim() !== '' ? [{ id: field.id, label: field.label.trim(), answers }] : []
    }),
  ]
}

/** When a field is shown, in words: `if “Objection” is Price or Timing`. */
export function conditionWords(draft: BuilderDraft, { id, condition }: FieldDraft): string | null {
  if (!condition) return null
  const source = conditionSources(draft, id).find((each) => each.id === condition.of)
  if (!source) return 'if another question is answered'
  const answers = condition.anyOf.flatMap(
    (value) => source.answers.find((answer) => answer.value === value)?.label ?? [],
  )
  return `if “${source.label}” is ${answers.length === 0 ? '…' : answers.join(' or ')}`
}
