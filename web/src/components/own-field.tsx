import type { FieldDefinition } from '@clinch/schema/fields'
import { MoneyField } from './money-field.tsx'
import { NativeSelect } from './native-select.tsx'
import { optionColorCss } from './option-color.ts'
import { PillField } from './pill-field.tsx'
import { TextArea, TextField, type TextFieldProps } from './text-field.tsx'
import type { FieldAnswer } from '../lib/field-answers.ts'
import { YesNo, type QuestionSize } from './question-line.tsx'

/** So many options show at once, to be pressed; more are a list that the device opens. */
export const mostPills = 8

/** How a line of text is asked for, so that a phone shows the right keys and fills in nothing of its owner's. */
const lines: Readonly<Partial<Record<FieldDefinition['kind'], Partial<TextFieldProps>>>> = {
  text: { autoCapitalize: 'sentences' },
  number: { inputMode: 'decimal' },
  date: { type: 'date' },
  email: { type: 'email', inputMode: 'email', autoCapitalize: 'none', spellCheck: false },
  phone: { type: 'tel', inputMode: 'tel' },
  url: { type: 'url', inputMode: 'url', autoCapitalize: 'none', spellCheck: false },
}

export interface OwnFieldProps {
  field: FieldDefinition
  answer: FieldAnswer
  onAnswer: (answer: FieldAnswer) => void
  /** What is wrong with it, in words. */
  error: string | undefined
  /** The organization's, ISO 4217: what a new amount is in. */
  currency: string
  size: QuestionSize
}

/** One of the organization's own fields, with the control of its kind. */
export function OwnField({ field, answer, onAnswer, error, currency, size }: OwnFieldProps) {
  const { kind, label, help, required, options } = field
  const shared = { label, optional: !required, error, ...(help === null ? {} : { hint: help }) }
  const controlSize = size === 'touch' ? 'touch' : 'md'
  const text = typeof answer === 'string' ? answer : ''
  switch (kind) {
    case 'boolean':
      return (
        <YesNo
          label={label}
          optional={!required}
          value={typeof answer === 'boolean' ? answer : null}
          onChange={onAnswer}
          size={size}
          {...(help === null ? {} : { hint: help })}
          {...(error === undefined ? {} : { error })}
        />
      )
    case 'select':
      if (options.length > mostPills) {
        return (
          <NativeSelect
            {...shared}
            size={controlSize}
            options={options.map((option) => ({ value: option.key, label: option.label }))}
            value={typeof answer === 'string' ? answer : null}
            onChange={onAnswer}
          />
        )
      }
      return (
        <PillField
          {...shared}
          size={controlSize}
          options={options.map(toPill)}
          selected={typeof answer === 'string' ? [answer] : []}
          onChange={([chosen]) => onAnswer(chosen ?? null)}
        />
      )
    case 'multi_select':
      return (
        <PillField
          {...shared}
          multiple
          size={controlSize}
          options={options.map(toPill)}
          selected={Array.isArray(answer) ? answer : []}
          onChange={onAnswer}
        />
      )
    case 'money': {
      const money =
        typeof answer === 'object' && answer !== null && 'amount' in answer ? answer : { amount: '', currency }
      return (
        <MoneyField
          {...shared}
          signed
          size={controlSize}
          currency={money.currency}
          value={money.amount}
          onChange={(amount) => onAnswer({ amount, currency: money.currency })}
        />
      )
    }
    case 'long_text':
      return <TextArea {...shared} size={controlSize} value={text} onChange={(event) => onAnswer(event.target.value)} />
    default:
      return (
        <TextField
          {...shared}
          {...lines[kind]}
          autoComplete="off"
          size={controlSize}
          value={text}
          onChange={(event) => onAnswer(event.target.value)}
        />
      )
  }
}

const toPill = ({ key, label, color }: FieldDefinition['options'][number]) => ({
  value: key,
  label,
  ...(color === null ? {} : { color: optionColorCss[color] }),
})
