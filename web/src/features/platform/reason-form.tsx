import * as z from 'zod/mini'
import { FormActions } from '../../components/form-actions.tsx'
import { FormFrame } from '../../components/form-frame.tsx'
import { TextField } from '../../components/text-field.tsx'
import type { FormResult } from '../../lib/form-result.ts'
import { useSentForm } from '../../lib/use-sent-form.ts'
import { ReasonField, reasonField } from './reason-field.tsx'

interface Values {
  reason: string
  name: string
}

export interface ReasonFormProps {
  /** The verb, as the button says it: `Suspend Northlight`. */
  verb: string
  danger?: boolean
  /** Who will read the reason. */
  hint: string
  /** A name that has to be typed first, for what takes a whole organization away. */
  confirmName?: string
  onSend: (reason: string) => Promise<FormResult<'reason'>>
  onDone: () => void
  onCancel: () => void
}

/** Asks why, as everything that an operator does to somebody else does. */
export function ReasonForm({ verb, danger = false, hint, confirmName, onSend, onDone, onCancel }: ReasonFormProps) {
  const { form, onSubmit, problem, busy } = useSentForm<Values>({
    schema: z.object({
      reason: reasonField,
      name: z
        .string()
        .check(
          z.refine((name) => confirmName === undefined || name.trim() === confirmName, `Type ${confirmName ?? ''}`),
        ),
    }),
    defaultValues: { reason: '', name: '' },
    send: ({ reason }) => onSend(reason),
    onDone,
  })
  const { errors } = form.formState
  return (
    <FormFrame onSubmit={onSubmit} problem={problem}>
      <ReasonField {...form.register('reason')} hint={hint} error={errors.reason?.message} />
      {confirmName !== undefined && (
        <TextField
          {...form.register('name')}
          label={`Type ${confirmName} to go on`}
          autoComplete="off"
          spellCheck={false}
          error={errors.name?.message}
        />
      )}
      <FormActions danger={danger} busy={busy} onCancel={onCancel}>
        {verb}
      </FormActions>
    </FormFrame>
  )
}
