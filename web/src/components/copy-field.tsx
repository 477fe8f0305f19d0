import { useId } from 'react'
import { classNames } from '../lib/class-names.ts'
import { CopyButton } from './error-state.tsx'

export interface CopyFieldProps {
  label: string
  /** What is copied, whole. */
  text: string
  /** Help below it, such as `Shown here, once.` */
  hint?: string
  /** Keeps the lines of a command as they are. */
  multiline?: boolean
}

/** A text to take elsewhere: an address, a link, a secret, a command. Read-only, selectable by hand, copied by a press. */
export function CopyField({ label, text, hint, multiline = false }: CopyFieldProps) {
  const id = useId()
  return (
    <div role="group" aria-labelledby={id} className="min-w-0">
      <div className="mb-1.5 flex items-baseline justify-between gap-3 text-small">
        <span id={id} className="font-medium text-fg-2">
          {label}
        </span>
        <CopyButton text={text} />
      </div>
      <div
        tabIndex={multiline ? 0 : undefined}
        role={multiline ? 'region' : undefined}
        aria-labelledby={multiline ? id : undefined}
        className={classNames(
          'rounded-sm bg-sunken px-2.5 py-1.5 font-mono text-small leading-5 select-all',
          multiline ? 'max-h-52 overflow-auto whitespace-pre' : 'break-all',
        )}
      >
        {text}
      </div>
      {hint && <p className="mt-1 text-small text-fg-3">{hint}</p>}
    </div>
  )
}
