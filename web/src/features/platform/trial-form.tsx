import * as z from 'zod/mini'
import { FormActions } from '../../components/form-actions.tsx'
import { FormFrame } from '../../components/form-frame.tsx'
import { TextField } from '../../components/text-field.tsx'
import type { FormResult } from '../../lib/form-result.ts'
import { isDay } from '../../lib/period.ts'
import { useSentForm } from '../../lib/use-sent-form.ts'
import { ReasonField, reasonField } from './reason-field.tsx'

const schema = z.object({ until: z.string().check(z.refine(isDay, 'Choose a day')), reason: reasonField })

type Values = z.infer<typeof schema>

export interface TrialFormProps {
  /** The day that is offered, YYYY-MM-DD. */
  suggested: string
  /** `until` is a day; the trial ends with it. */
  onSend: (values: { until: string; reason: string }) => Promise<FormResult<keyof Values>>
  onDone: () => void
  onCancel: () => void
}

/** Until when a trial lasts. */
export function TrialForm({ suggested, onSend, onDone, onCancel }: TrialFormProps) {
  const { form, onSubmit, problem, busy } = useSentForm<Values>({
    schema,
    defaultValues: { until: suggested, reason: '' },
    send: onSend,
    onDone,
  })
  const { errors } = form.formState
  return (
    <FormFrame onSubmit={onSubmit} problem={problem}>
      <TextField
        {...form.register('until')}
        type="date"
        label="Last day"
        hint="The trial ends with this day, at midnight in UTC."
        error={errors.until?.message}
      />
      <ReasonField {...form.register('reason')} error={errors.reason?.message} />
      <FormActions busy={busy} onCancel={onCancel}>
        Extend the trial
      </FormActions>
    </FormFrame>
  )
}
