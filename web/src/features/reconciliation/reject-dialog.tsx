import { useState } from 'react'
import * as z from 'zod/mini'
import { refusalOf } from '../../apollo/read-error.ts'
import { Dialog } from '../../components/dialog.tsx'
import { FormActions } from '../../components/form-actions.tsx'
import { FormFrame } from '../../components/form-frame.tsx'
import { TextField } from '../../components/text-field.tsx'
import { formatMoney } from '../../lib/format-money.ts'
import { useSentForm } from '../../lib/use-sent-form.ts'
import type { DecideDialogProps } from './confirm-dialog.tsx'
import { payerOf } from './reconciliation-words.ts'

const schema = z.object({
  reason: z.string().check(z.trim(), z.minLength(1, 'Say why'), z.maxLength(500, 'Use at most 500 characters')),
})
type RejectValues = z.infer<typeof schema>

/** Asks why reported money never came in. */
export function RejectDialog({ report, decide, onClose }: DecideDialogProps) {
  const [clientMutationId] = useState(() => crypto.randomUUID())
  const { form, onSubmit, problem, busy } = useSentForm<RejectValues>({
    schema,
    defaultValues: { reason: '' },
    send: async ({ reason }) => {
      try {
        await decide.reject(report.id, reason, clientMutationId)
        return { ok: true }
      } catch (error) {
        return refusalOf(error, ['reason'])
      }
    },
    onDone: onClose,
  })
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Reject the ${formatMoney(report.amount)} reported?`}
      description={`What was reported of ${payerOf(report)} never came in: it will count nowhere. The form stays as it is.`}
      actions={null}
    >
      <FormFrame onSubmit={onSubmit} problem={problem}>
        <TextField
          {...form.register('reason')}
          label="Reason"
          autoComplete="off"
          hint="Kept with it, such as “the card was declined”."
          error={form.formState.errors.reason?.message}
        />
        <FormActions busy={busy} onCancel={onClose} danger>
          Reject
        </FormActions>
      </FormFrame>
    </Dialog>
  )
}
