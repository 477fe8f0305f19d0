import { useId, type ReactNode } from 'react'

/** What every labelled control takes. */
export interface FieldProps {
  label: string
  /** Keeps the label for assistive technology only, where the place says what it is. */
  labelHidden?: boolean
  /** Stands at the label's far end, such as a link. */
  labelAside?: ReactNode
  /** Marks what may be left empty. */
  optional?: boolean
  /** Help below the control. */
  hint?: ReactNode
  /** What is wrong, in plain words; takes the hint's place and is announced. */
  error?: string
}

/** 32 px in forms, 36 on sign-in, 44 for thumbs. */
export type ControlSize = 'md' | 'lg' | 'touch'

export const controlHeights: Readonly<Record<ControlSize, string>> = {
  md: 'h-(--control) px-2.5',
  lg: 'h-9 px-2.5',
  touch: 'h-12 px-3.5 rounded-[10px] text-reading',
}

export interface ControlWiring {
  id: string
  'aria-invalid': true | undefined
  'aria-describedby': string | undefined
}

/** A label above, the control, and below it the hint or the error, wired together by ids. */
export function Field({
  label,
  labelHidden = false,
  labelAside,
  optional = false,
  hint,
  error,
  children,
}: FieldProps & { children: (wiring: ControlWiring) => ReactNode }) {
  const id = useId()
  const noteId = `${id}-note`
  const wiring: ControlWiring = {
    id,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': error || hint ? noteId : undefined,
  }
  return (
    <div className="min-w-0">
      <div className={labelHidden ? 'sr-only' : 'mb-1.5 flex items-baseline justify-between gap-3 text-small'}>
        <label htmlFor={id} className="font-medium text-fg-2">
          {label}
          {optional && <span className="font-normal text-fg-3"> optional</span>}
        </label>
        {labelAside}
      </div>
      {children(wiring)}
      <p
        id={noteId}
        aria-live="polite"
        className={error ? 'mt-1 text-small text-bad' : hint ? 'mt-1 text-small text-fg-3' : 'sr-only'}
      >
        {error ?? hint}
      </p>
    </div>
  )
}
