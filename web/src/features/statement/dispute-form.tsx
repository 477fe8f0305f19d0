import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import * as z from 'zod/mini'
import { refusalOf } from '../../apollo/read-error.ts'
import { FormFrame } from '../../components/form-frame.tsx'
import { notify } from '../../components/notify.ts'
import { TextArea } from '../../components/text-field.tsx'
import { useSentForm } from '../../lib/use-sent-form.ts'
import { Comment, disputeMade } from './comment.ts'
import { disputeCredit } from './dispute-mutations.ts'
import { TouchActions } from './touch-actions.tsx'

const schema = z.object({ comment: Comment })
type Values = z.infer<typeof schema>

export interface DisputeFormProps {
  paymentId: string
  onDone: () => void
  onCancel: () => void
}

/** Says what is wrong with the credit of a line. */
export function DisputeForm({ paymentId, onDone, onCancel }: DisputeFormProps) {
  const [dispute] = useMutation(disputeCredit)
  const [clientMutationId] = useState(() => crypto.randomUUID())
  const { form, onSubmit, problem, busy } = useSentForm<Values>({
    schema,
    defaultValues: { comment: '' },
    send: async ({ comment }) => {
      try {
        await dispute({ variables: { input: { paymentId, comment, clientMutationId } } })
        return { ok: true }
      } catch (error) {
        return refusalOf(error, ['comment'])
      }
    },
    onDone: () => {
      notify.done(disputeMade.title, { detail: disputeMade.detail })
      onDone()
    },
  })
  return (
    <FormFrame onSubmit={onSubmit} problem={problem}>
      <TextArea
        {...form.register('comment')}
        autoFocus
        size="touch"
        label="What is wrong?"
        hint="Such as “I closed it alone, so all of it is mine” or “this is not my lead”."
        error={form.formState.errors.comment?.message}
      />
      <TouchActions busy={busy} onCancel={onCancel}>
        Dispute this line
      </TouchActions>
    </FormFrame>
  )
}
