import { useId, type ReactNode } from 'react'
import { Segment } from '../../components/segment.tsx'
import { classNames } from '../../lib/class-names.ts'
import type { FormAnswers } from './form-answers.ts'

/** 44 px for thumbs, 28 px in a panel. */
export type QuestionSize = 'touch' | 'sm'

interface QuestionLineProps {
  label: string
  error: string | undefined
  size: QuestionSize
  children: ReactNode
}

/** A question with its answers at the end of the line, ruled below; what is wrong stands under it. */
function QuestionLine({ label, error, size, children }: QuestionLineProps) {
  const noteId = useId()
  return (
    <div
      role="group"
      aria-label={label}
      aria-describedby={error ? noteId : undefined}
      className={classNames('border-b border-line', size === 'touch' ? 'py-1.5' : 'py-1')}
    >
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <span className={classNames('font-medium', size === 'touch' && 'text-reading')}>{label}</span>
        {children}
      </div>
      <p id={noteId} aria-live="polite" className={error ? 'pb-1 text-small text-bad' : 'sr-only'}>
        {error}
      </p>
    </div>
  )
}

const yesOrNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
] as const

export interface YesNoProps {
  label: string
  value: boolean | null
  onChange: (value: boolean) => void
  error?: string
  size: QuestionSize
}

/** A question that is answered by yes or no. */
export function YesNo({ label, value, onChange, error, size }: YesNoProps) {
  return (
    <QuestionLine label={label} error={error} size={size}>
      <div className={size === 'touch' ? 'w-32' : ''}>
        <Segment
          label={label}
          choices={yesOrNo}
          value={value === null ? null : value ? 'yes' : 'no'}
          onChange={(next) => onChange(next === 'yes')}
          size={size}
        />
      </div>
    </QuestionLine>
  )
}

/** What each question of the form is given. */
interface FormQuestion {
  label: string
  answers: FormAnswers
  wrong: Partial<Record<keyof FormAnswers, string>>
  onAnswer: (given: Partial<FormAnswers>) => void
  size: QuestionSize
}

export interface YesNoQuestionProps extends FormQuestion {
  name: 'callOccurred' | 'leadShowed' | 'offerMade' | 'dealClosed'
}

/** One of the form's own yes-or-no questions. */
export function YesNoQuestion({ name, label, answers, wrong, onAnswer, size }: YesNoQuestionProps) {
  return (
    <div data-field={name}>
      <YesNo
        label={label}
        value={answers[name]}
        error={wrong[name]}
        size={size}
        onChange={(value) => onAnswer({ [name]: value })}
      />
    </div>
  )
}

export interface ChoiceQuestionProps<Name extends 'resolution' | 'paymentType'> extends FormQuestion {
  name: Name
  choices: readonly { value: NonNullable<FormAnswers[Name]>; label: string }[]
}

/** One of the form's questions with a few answers of their own. */
export function ChoiceQuestion<Name extends 'resolution' | 'paymentType'>({
  name,
  label,
  choices,
  answers,
  wrong,
  onAnswer,
  size,
}: ChoiceQuestionProps<Name>) {
  return (
    <div data-field={name}>
      <QuestionLine label={label} error={wrong[name]} size={size}>
        <div className={size === 'touch' ? 'w-full pb-1' : ''}>
          <Segment
            label={label}
            choices={choices}
            value={answers[name]}
            size={size}
            onChange={(next) => onAnswer({ [name]: next })}
          />
        </div>
      </QuestionLine>
    </div>
  )
}
