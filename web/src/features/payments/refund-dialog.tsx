import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { Controller } from 'react-hook-form'
import * as z from 'zod/mini'
import { graphql } from '../../apollo/generated/index.ts'
import { refusalOf } from '../../apollo/read-error.ts'
import { Dialog } from '../../components/dialog.tsx'
import { FormActions } from '../../components/form-actions.tsx'
import { FormFrame } from '../../components/form-frame.tsx'
import { MoneyField } from '../../components/money-field.tsx'
import { notify } from '../../components/notify.ts'
import { TextField } from '../../components/text-field.tsx'
import { formatMoney, type Money } from '../../lib/format-money.ts'
import { useSentForm } from '../../lib/use-sent-form.ts'
import { moneyInput } from './entry-values.ts'

const mutation = graphql(`
  mutation RecordRefund($input: RecordRefundInput!) {
    recordRefund(input: $input) {
      payment {
        id
        ...PaymentChanged_payment
      }
    }
  }
`)

const schema = z.object({
  amount: z.string().check(z.trim(), z.minLength(1, 'Enter an amount')),
  refundedOn: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'Choose the day')),
  reason: z.string().check(z.trim(), z.maxLength(500, 'Use at most 500 characters')),
})
type RefundValues = z.infer<typeof schema>

export interface RefundDialogProps {
  paymentId: string
  /** What is left of it. */
  net: Money
  today: string
  onRefunded: () => void
  onClose: () => void
}

/** Enters what was given back of a payment that was entered by hand. */
export function RefundDialog({ paymentId, net, today, onRefunded, onClose }: RefundDialogProps) {
  const [refund] = useMutation(mutation)
  const [clientMutationId] = useState(() => crypto.randomUUID())
  const { form, onSubmit, problem, busy } = useSentForm<RefundValues>({
    schema,
    defaultValues: { amount: net.amount, refundedOn: today, reason: '' },
    send: async ({ amount, refundedOn, reason }) => {
      const input = { paymentId, amount: moneyInput(amount, net.currency), refundedOn, reason: reason || null }
      try {
        await refund({ variables: { input: { ...input, clientMutationId } } })
        return { ok: true }
      } catch (error) {
        return refusalOf(error, ['amount', 'refundedOn', 'reason'])
      }
    },
    onDone: () => {
      notify.done('The refund is entered')
      onRefunded()
      onClose()
    },
  })
  const { errors } = form.formState
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Enter a refund"
      description={`What you gave back yourself. ${formatMoney(net)} is left of the payment.`}
      actions={null}
    >
      <FormFrame onSubmit={onSubmit} problem={problem}>
        <div className="grid grid-cols-2 gap-3">
          <Controller
            control={form.control}
            name="amount"
            render={({ field }) => (
              <MoneyField
                label="Amount"
                currency={net.currency}
                value={field.value}
                onChange={field.onChange}
                onBlur={field.onBlur}
                name={field.name}
                error={errors.amount?.message}
              />
            )}
          />
          <TextField
            {...form.register('refundedOn')}
            type="date"
            label="Given back on"
            max={today}
            error={errors.refundedOn?.message}
          />
        </div>
        <TextField {...form.register('reason')} label="Reason" optional error={errors.reason?.message} />
        <FormActions busy={busy} onCancel={onClose}>
          Enter refund
        </FormActions>
      </FormFrame>
    </Dialog>
  )
}
