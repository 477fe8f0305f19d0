import { useState } from 'react'
import type { FormResult, WayOut } from '../lib/form-result.ts'
import { FormActions } from './form-actions.tsx'
import { FormFrame } from './form-frame.tsx'
import { TextField } from './text-field.tsx'

export interface TypedConfirmationProps {
  /** What has to be typed, such as the organization's name. */
  expected: string
  /** What it is: `the organization’s name`. */
  noun: string
  /** The verb, on the button: `Delete the organization`. */
  label: string
  /** The way back: `Keep it`. */
  cancelLabel: string
  onConfirm: (typed: string) => Promise<FormResult<string>>
  onDone: () => void
  onCancel: () => void
}

/** For an act that hurts whoever mistakes it: its object's name is typed out first. */
export function TypedConfirmation({
  expected,
  noun,
  label,
  cancelLabel,
  onConfirm,
  onDone,
  onCancel,
}: TypedConfirmationProps) {
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<string>()
  const [problem, setProblem] = useState<{ message: string; wayOut?: WayOut }>()
  const [busy, setBusy] = useState(false)
  const confirm = async () => {
    if (busy) return
    if (typed.trim() !== expected.trim()) {
      setError(`Type ${noun} as it stands above`)
      return
    }
    setBusy(true)
    setProblem(undefined)
    const result = await onConfirm(typed.trim())
    setBusy(false)
    if (result.ok) onDone()
    else setProblem(result)
  }
  return (
    <FormFrame onSubmit={confirm} problem={problem} isPassing>
      <TextField
        label={`Type “${expected.trim()}” to confirm`}
        value={typed}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        error={error}
        onChange={(event) => {
          setTyped(event.target.value)
          setError(undefined)
        }}
      />
      <FormActions danger busy={busy} onCancel={onCancel} cancelLabel={cancelLabel}>
        {label}
      </FormActions>
    </FormFrame>
  )
}
