import { useId, type ReactNode } from 'react'
import { useController, type Control, type RefCallBack } from 'react-hook-form'
import { Segment } from '../../components/segment.tsx'
import { classNames } from '../../lib/class-names.ts'
import type { FormAnswers } from './form-answers.ts'

/** Gives a form the focus of a control that keeps its own element: the form calls it on the first answer that is wrong. */
export const focusWithin =
  (register: RefCallBack, selector: string) =>
  (element: HTMLElement | null): void =>
    register(element && { focus: () => element.querySelector<HTMLElement>(selector)?.focus() })

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

export interface YesNoQuestionProps {
  control: Control<FormAnswers>
  name: 'callOccurred' | 'leadShowed' | 'offerMade' | 'dealClosed'
  label: string
  /** Called before the answer changes what is asked below it. */
  onAnswer: () => void
  size: QuestionSize
}

/** One of the form's own yes-or-no questions. */
export function YesNoQuestion({ control, name, label, onAnswer, size }: YesNoQuestionProps) {
  const { field, fieldState } = useController({ control, name })
  return (
    <div ref={focusWithin(field.ref, 'button')}>
      <YesNo
        label={label}
        value={field.value}
        error={fieldState.error?.message}
        size={size}
        onChange={(value) => {
          onAnswer()
          field.onChange(value)
        }}
      />
    </div>
  )
}

export interface ChoiceQuestionProps<Name extends 'resolution' | 'paymentType'> {
  control: Control<FormAnswers>
  name: Name
  label: string
  choices: readonly { value: NonNullable<FormAnswers[Name]>; label: string }[]
  onAnswer: () => void
  size: QuestionSize
}

/** One of the form's questions with a few answers of their own. */
export function ChoiceQuestion<Name extends 'resolution' | 'paymentType'>({
  control,
  name,
  label,
  choices,
  onAnswer,
  size,
}: ChoiceQuestionProps<Name>) {
  const { field, fieldState } = useController<FormAnswers, Name>({ control, name })
  const value = choices.find((choice) => choice.value === field.value)?.value ?? null
  return (
    <div ref={focusWithin(field.ref, 'button')}>
      <QuestionLine label={label} error={fieldState.error?.message} size={size}>
        <div className={size === 'touch' ? 'w-full pb-1' : ''}>
          <Segment
            label={label}
            choices={choices}
            value={value}
            size={size}
            onChange={(next) => {
              onAnswer()
              field.onChange(next)
            }}
          />
        </div>
      </QuestionLine>
    </div>
  )
}
