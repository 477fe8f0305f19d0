import type { OwnEntry } from '../lib/use-own-entry.ts'
import { OwnField } from './own-field.tsx'
import { PillField } from './pill-field.tsx'

const yesOrNo = [
  { value: 'true', label: 'Yes' },
  { value: 'false', label: 'No' },
]

export interface OwnFieldsProps {
  entry: OwnEntry
  /** ISO 4217: what a new amount is in. */
  currency: string
}

/** The organization's own fields of a record, one below the other. */
export function OwnFields({ entry: { fields, answers, answer: onAnswer, problemOf }, currency }: OwnFieldsProps) {
  return fields.map((field) => {
    const answer = answers[field.key] ?? null
    const error = problemOf(field.key)
    // What was answered can be taken back here, which a question of a form need not allow.
    return field.kind === 'boolean' && !field.required ? (
      <PillField
        key={field.key}
        label={field.label}
        optional
        options={yesOrNo}
        selected={typeof answer === 'boolean' ? [String(answer)] : []}
        onChange={([chosen]) => onAnswer(field.key, chosen === undefined ? null : chosen === 'true')}
        {...(field.help === null ? {} : { hint: field.help })}
        {...(error === undefined ? {} : { error })}
      />
    ) : (
      <OwnField
        key={field.key}
        field={field}
        answer={answer}
        onAnswer={(next) => onAnswer(field.key, next)}
        error={error}
        currency={currency}
        size="sm"
      />
    )
  })
}
