import { Controller } from 'react-hook-form'
import * as z from 'zod/mini'
import type { OrganizationPlan } from '../../apollo/generated/graphql.ts'
import { FormActions } from '../../components/form-actions.tsx'
import { FormFrame } from '../../components/form-frame.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { TextField } from '../../components/text-field.tsx'
import type { FormResult } from '../../lib/form-result.ts'
import { useSentForm } from '../../lib/use-sent-form.ts'
import { plans, planWords } from './organization-words.ts'
import { ReasonField, reasonField } from './reason-field.tsx'

const schema = z.object({
  plan: z.enum(plans),
  extraSeats: z.string().check(
    z.regex(/^\d{1,5}$/, 'Enter a whole number'),
    z.refine((text) => Number(text) <= 10_000, 'At most 10,000'),
  ),
  reason: reasonField,
})

type Values = z.infer<typeof schema>

export interface PlanFormProps {
  plan: OrganizationPlan
  extraSeats: number
  onSend: (values: { plan: OrganizationPlan; extraSeats: number; reason: string }) => Promise<FormResult<keyof Values>>
  onDone: () => void
  onCancel: () => void
}

/** Which plan an organization is on, with how many seats more. */
export function PlanForm({ plan, extraSeats, onSend, onDone, onCancel }: PlanFormProps) {
  const { form, onSubmit, problem, busy } = useSentForm<Values>({
    schema,
    defaultValues: { plan, extraSeats: String(extraSeats), reason: '' },
    send: (values) => onSend({ ...values, extraSeats: Number(values.extraSeats) }),
    onDone,
  })
  const { errors } = form.formState
  return (
    <FormFrame onSubmit={onSubmit} problem={problem}>
      <div className="grid grid-cols-[minmax(0,1fr)_136px] items-start gap-3">
        <Controller
          control={form.control}
          name="plan"
          render={({ field }) => (
            <SelectField
              label="Plan"
              options={plans.map((value) => ({ value, label: planWords[value] }))}
              value={field.value}
              onChange={field.onChange}
              onBlur={field.onBlur}
              error={errors.plan?.message}
            />
          )}
        />
        <TextField
          {...form.register('extraSeats')}
          label="Seats beside it"
          inputMode="numeric"
          autoComplete="off"
          error={errors.extraSeats?.message}
        />
      </div>
      <ReasonField {...form.register('reason')} error={errors.reason?.message} />
      <FormActions busy={busy} onCancel={onCancel}>
        Set the plan
      </FormActions>
    </FormFrame>
  )
}
