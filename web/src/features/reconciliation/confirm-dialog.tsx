import { useState } from 'react'
import { Controller } from 'react-hook-form'
import * as z from 'zod/mini'
import { refusalOf } from '../../apollo/read-error.ts'
import { Dialog } from '../../components/dialog.tsx'
import { FormActions } from '../../components/form-actions.tsx'
import { FormFrame } from '../../components/form-frame.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { TextField } from '../../components/text-field.tsx'
import { formatMoney } from '../../lib/format-money.ts'
import { useSentForm } from '../../lib/use-sent-form.ts'
import { methodWords, payerOf, type OneSide } from './reconciliation-words.ts'
import type { Decide } from './use-decide.ts'

const methods = ['WIRE', 'CASH', 'CHECK', 'OTHER'] as const
const schema = z.object({
  method: z.enum(methods),
  reason: z.string().check(z.trim(), z.maxLength(500, 'Use at most 500 characters')),
})
type ConfirmValues = z.infer<typeof schema>

export interface DecideDialogProps {
  report: OneSide
  decide: Decide
  onClose: () => void
}

/** Asks how reported money came in that no processor will tell of. */
export function ConfirmDialog({ report, decide, onClose }: DecideDialogProps) {
  const [clientMutationId] = useState(() => crypto.randomUUID())
  const { form, onSubmit, problem, busy } = useSentForm<ConfirmValues>({
    schema,
    defaultValues: { method: 'WIRE', reason: '' },
    send: async ({ method, reason }) => {
      try {
        await decide.confirm(report.id, method, reason, clientMutationId)
        return { ok: true }
      } catch (error) {
        return refusalOf(error, ['method', 'reason'])
      }
    },
    onDone: onClose,
  })
  const { errors } = form.formState
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`${formatMoney(report.amount)} came in off-platform?`}
      description={`What was reported of ${payerOf(report)} counts for good, and no payment will be taken for it.`}
      actions={null}
    >
      <FormFrame onSubmit={onSubmit} problem={problem}>
        <Controller
          control={form.control}
          name="method"
          render={({ field }) => (
            <SelectField
              label="How it came"
              options={methods.map((value) => ({ value, label: methodWords[value] }))}
              value={field.value}
              onChange={field.onChange}
              onBlur={field.onBlur}
              error={errors.method?.message}
            />
          )}
        />
        <TextField
          {...form.register('reason')}
          label="Note"
          optional
          autoComplete="off"
          hint="Such as the reference on the bank statement."
          error={errors.reason?.message}
        />
        <FormActions busy={busy} onCancel={onClose}>
          Confirm
        </FormActions>
      </FormFrame>
    </Dialog>
  )
}
