import { useState } from 'react'
import * as z from 'zod/mini'
import { refusalOf } from '../../apollo/read-error.ts'
import { Dialog } from '../../components/dialog.tsx'
import { FormActions } from '../../components/form-actions.tsx'
import { FormFrame } from '../../components/form-frame.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useSentForm } from '../../lib/use-sent-form.ts'
import { paymentsInWords, useDeletion } from './use-deletion.ts'

const schema = z.object({
  reason: z.string().check(z.trim(), z.minLength(1, 'Say why'), z.maxLength(500, 'Use at most 500 characters')),
})
type DeleteValues = z.infer<typeof schema>

export interface DeleteDialogProps {
  ids: readonly string[]
  onDeleted: () => void
  onClose: () => void
}

/** Asks why payments are deleted, and says what follows from it. */
export function DeleteDialog({ ids, onDeleted, onClose }: DeleteDialogProps) {
  const { deletePayments } = useDeletion(onDeleted)
  const [clientMutationId] = useState(() => crypto.randomUUID())
  const { form, onSubmit, problem, busy } = useSentForm<DeleteValues>({
    schema,
    defaultValues: { reason: '' },
    send: async ({ reason }) => {
      try {
        await deletePayments(ids, reason, clientMutationId)
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
      title={ids.length === 1 ? 'Delete this payment?' : `Delete ${paymentsInWords(ids.length)}?`}
      description="It will count in no figure and stand in no list but that of the deleted, from where it can be restored. Your processor’s own records stay as they are."
      actions={null}
    >
      <FormFrame onSubmit={onSubmit} problem={problem}>
        <TextField
          {...form.register('reason')}
          label="Reason"
          autoComplete="off"
          hint="Kept with it, such as “a test of the checkout”."
          error={form.formState.errors.reason?.message}
        />
        <FormActions busy={busy} onCancel={onClose} danger>
          {ids.length === 1 ? 'Delete payment' : `Delete ${paymentsInWords(ids.length)}`}
        </FormActions>
      </FormFrame>
    </Dialog>
  )
}
