import { useId, type ReactNode } from 'react'
import { Segment } from './segment.tsx'
import { classNames } from '../lib/class-names.ts'

/** 44 px for thumbs, 28 px in a panel. */
export type QuestionSize = 'touch' | 'sm'

export interface QuestionLineProps {
  label: string
  /** Marks what may be left open. */
  optional?: boolean | undefined
  /** Help below the question. */
  hint?: string | undefined
  error: string | undefined
  size: QuestionSize
  children: ReactNode
}

/** A question with its answers at the end of the line, ruled below; what is wrong stands under it. */
export function QuestionLine({ label, optional = false, hint, error, size, children }: QuestionLineProps) {
  const noteId = useId()
  return (
    <div
      role="group"
      aria-label={label}
      aria-describedby={error || hint ? noteId : undefined}
      className={classNames('border-b border-line', size === 'touch' ? 'py-1.5' : 'py-1')}
    >
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <span className={classNames('min-w-0 font-medium', size === 'touch' && 'text-reading')}>
          {label}
          {optional && <span className="font-normal text-fg-3"> optional</span>}
        </span>
        {children}
      </div>
      <p
        id={noteId}
        aria-live="polite"
        className={error ? 'pb-1 text-small text-bad' : hint ? 'pb-1 text-small text-fg-3' : 'sr-only'}
      >
        {error ?? hint}
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
  optional?: boolean | undefined
  hint?: string | undefined
  value: boolean | null
  onChange: (value: boolean) => void
  error?: string
  size: QuestionSize
}

/** A question that is answered by yes or no. */
export function YesNo({ label, optional = false, hint, value, onChange, error, size }: YesNoProps) {
  return (
    <QuestionLine label={label} optional={optional} hint={hint} error={error} size={size}>
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
