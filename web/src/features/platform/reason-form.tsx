import * as z from 'zod/mini'
import { Button } from '../../components/button.tsx'
import { FormProblem } from '../../components/form-problem.tsx'
import { TextArea, TextField } from '../../components/text-field.tsx'
import type { FormResult } from '../../lib/form-result.ts'
import { useSentForm } from '../../lib/use-sent-form.ts'

export const reasonField = z
  .string()
  .check(z.trim(), z.minLength(1, 'Give a reason'), z.maxLength(500, 'Use at most 500 characters'))

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
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        void onSubmit()
      }}
    >
      <FormProblem message={problem} />
      <TextArea {...form.register('reason')} label="Reason" rows={2} hint={hint} error={errors.reason?.message} />
      {confirmName !== undefined && (
        <TextField
          {...form.register('name')}
          label={`Type ${confirmName} to go on`}
          autoComplete="off"
          spellCheck={false}
          error={errors.name?.message}
        />
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button size="md" onClick={onCancel}>
          Cancel
        </Button>
        <Button size="md" variant={danger ? 'danger' : 'primary'} type="submit" busy={busy}>
          {verb}
        </Button>
      </div>
    </form>
  )
}
