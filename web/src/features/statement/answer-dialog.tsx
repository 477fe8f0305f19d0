import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { Controller } from 'react-hook-form'
import * as z from 'zod/mini'
import { refusalOf } from '../../apollo/read-error.ts'
import { Dialog } from '../../components/dialog.tsx'
import { FormActions } from '../../components/form-actions.tsx'
import { FormFrame } from '../../components/form-frame.tsx'
import { notify } from '../../components/notify.ts'
import { Segment } from '../../components/segment.tsx'
import { TextArea } from '../../components/text-field.tsx'
import { useSentForm } from '../../lib/use-sent-form.ts'
import { answerCreditDispute } from './dispute-mutations.ts'

const verdicts = [
  { value: 'ACCEPTED', label: 'Accept' },
  { value: 'PARTLY_ACCEPTED', label: 'In part' },
  { value: 'REJECTED', label: 'Reject' },
] as const

const schema = z.object({
  verdict: z.enum(['ACCEPTED', 'PARTLY_ACCEPTED', 'REJECTED']),
  answer: z.string().check(z.trim(), z.minLength(1, 'Say why'), z.maxLength(1_000, 'Use at most 1,000 characters')),
})
type Values = z.infer<typeof schema>

export interface AnswerDialogProps {
  disputeId: string
  /** Who disputes. */
  who: string
  /** Whether there is a payment whose credit can be corrected. */
  missing: boolean
  onAnswered: () => void
  onClose: () => void
}

/** Answers a disputed credit in words that its closer or setter reads. */
export function AnswerDialog({ disputeId, who, missing, onAnswered, onClose }: AnswerDialogProps) {
  const [send] = useMutation(answerCreditDispute)
  const [clientMutationId] = useState(() => crypto.randomUUID())
  const { form, onSubmit, problem, busy } = useSentForm<Values>({
    schema,
    defaultValues: { verdict: 'ACCEPTED', answer: '' },
    send: async ({ verdict, answer }) => {
      try {
        await send({ variables: { input: { id: disputeId, verdict, answer, clientMutationId } } })
        return { ok: true }
      } catch (error) {
        return refusalOf(error, ['verdict', 'answer'])
      }
    },
    onDone: () => {
      notify.done(`${who} is answered`, { detail: 'The answer stands on their statement.' })
      onAnswered()
      onClose()
    },
  })
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Answer ${who}`}
      description={
        missing
          ? 'An answer credits nothing by itself. Where a payment is theirs, credit it first: on its panel, by hand.'
          : 'An answer credits nothing by itself. Where they are right, correct the credit first: on the payment’s panel, by hand.'
      }
      actions={null}
    >
      <FormFrame onSubmit={onSubmit} problem={problem}>
        <Controller
          control={form.control}
          name="verdict"
          render={({ field }) => (
            <Segment label="Answer" choices={verdicts} value={field.value} onChange={field.onChange} />
          )}
        />
        <TextArea
          {...form.register('answer')}
          label="Why"
          hint={`${who} reads it.`}
          error={form.formState.errors.answer?.message}
        />
        <FormActions busy={busy} onCancel={onClose}>
          Send the answer
        </FormActions>
      </FormFrame>
    </Dialog>
  )
}
