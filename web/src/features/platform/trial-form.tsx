import * as z from 'zod/mini'
import { FormActions } from '../../components/form-actions.tsx'
import { FormProblem } from '../../components/form-problem.tsx'
import { TextArea, TextField } from '../../components/text-field.tsx'
import type { FormResult } from '../../lib/form-result.ts'
import { isDay } from '../../lib/period.ts'
import { useSentForm } from '../../lib/use-sent-form.ts'
import { reasonField } from './reason-form.tsx'

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
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        void onSubmit()
      }}
    >
      <FormProblem message={problem} />
      <TextField
        {...form.register('until')}
        type="date"
        label="Last day"
        hint="The trial ends with this day, at midnight in UTC."
        error={errors.until?.message}
      />
      <TextArea
        {...form.register('reason')}
        label="Reason"
        rows={2}
        hint="Kept with the act, in our log."
        error={errors.reason?.message}
      />
      <FormActions busy={busy} onCancel={onCancel}>
        Extend the trial
      </FormActions>
    </form>
  )
}
