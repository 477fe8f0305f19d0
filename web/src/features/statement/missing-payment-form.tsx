import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { Controller } from 'react-hook-form'
import * as z from 'zod/mini'
import { refusalOf } from '../../apollo/read-error.ts'
import { FormFrame } from '../../components/form-frame.tsx'
import { MoneyField } from '../../components/money-field.tsx'
import { notify } from '../../components/notify.ts'
import { TextArea, TextField } from '../../components/text-field.tsx'
import { readMoneyText } from '../../lib/read-money-text.ts'
import { useSentForm } from '../../lib/use-sent-form.ts'
import { Comment, disputeMade } from './comment.ts'
import { disputeCredit } from './dispute-mutations.ts'
import { TouchActions } from './touch-actions.tsx'

const schema = z.object({
  leadName: z.string().check(z.trim(), z.minLength(1, 'Say who paid'), z.maxLength(200, 'Use at most 200 characters')),
  amount: z.string(),
  paidOn: z.string(),
  comment: Comment,
})
type Values = z.infer<typeof schema>

/** The form's field of each of the API's. */
const fields = {
  'missing.leadName': 'leadName',
  'missing.amount': 'amount',
  'missing.paidOn': 'paidOn',
  comment: 'comment',
} as const
const asked = ['missing.leadName', 'missing.amount', 'missing.paidOn', 'comment'] as const

export interface MissingPaymentFormProps {
  /** What the organization reports in. */
  currency: string
  /** `YYYY-MM-DD`. */
  today: string
  onDone: () => void
  onCancel: () => void
}

/** Says that a payment is missing from the statement: as much of it as its closer or setter knows. */
export function MissingPaymentForm({ currency, today, onDone, onCancel }: MissingPaymentFormProps) {
  const [dispute] = useMutation(disputeCredit)
  const [clientMutationId] = useState(() => crypto.randomUUID())
  const { form, onSubmit, problem, busy } = useSentForm<Values>({
    schema,
    defaultValues: { leadName: '', amount: '', paidOn: '', comment: '' },
    send: async ({ leadName, amount, paidOn, comment }) => {
      const read = amount.trim() === '' ? null : readMoneyText(amount, currency)
      if (read && !read.ok) return { ok: false, field: 'amount', message: read.message }
      const missing = { leadName, amount: read && { amount: read.amount, currency }, paidOn: paidOn || null }
      try {
        await dispute({ variables: { input: { missing, comment, clientMutationId } } })
        return { ok: true }
      } catch (error) {
        const refusal = refusalOf(error, asked)
        if (refusal.ok) return refusal
        const { field, ...why } = refusal
        return { ...why, ...(field && { field: fields[field] }) }
      }
    },
    onDone: () => {
      notify.done(disputeMade.title, { detail: disputeMade.detail })
      onDone()
    },
  })
  const { errors } = form.formState
  return (
    <FormFrame onSubmit={onSubmit} problem={problem}>
      <TextField
        {...form.register('leadName')}
        autoFocus
        size="touch"
        label="Who paid?"
        autoComplete="off"
        error={errors.leadName?.message}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Controller
          control={form.control}
          name="amount"
          render={({ field }) => (
            <MoneyField
              label="How much?"
              optional
              size="touch"
              currency={currency}
              value={field.value}
              onChange={field.onChange}
              onBlur={field.onBlur}
              name={field.name}
              error={errors.amount?.message}
            />
          )}
        />
        <TextField
          {...form.register('paidOn')}
          type="date"
          size="touch"
          label="On which day?"
          optional
          max={today}
          error={errors.paidOn?.message}
        />
      </div>
      <TextArea {...form.register('comment')} size="touch" label="Why is it yours?" error={errors.comment?.message} />
      <TouchActions busy={busy} onCancel={onCancel}>
        Tell your team
      </TouchActions>
    </FormFrame>
  )
}
