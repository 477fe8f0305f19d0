import { useMemo } from 'react'
import { Controller } from 'react-hook-form'
import { FormActions } from '../../components/form-actions.tsx'
import { FormFrame } from '../../components/form-frame.tsx'
import { MoneyField } from '../../components/money-field.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { TextField } from '../../components/text-field.tsx'
import type { FormResult } from '../../lib/form-result.ts'
import { useSentForm } from '../../lib/use-sent-form.ts'
import { type GoalField, goalSchema, type GoalValues, wantedGoal } from './goal-schema.ts'
import { goalMetrics, goalSpans } from './goal-words.ts'
import type { WantedGoal } from './goal.ts'

export interface GoalFormProps {
  /** What the organization reports in. */
  currency: string
  /** The day that it is. */
  today: string
  kind: 'closer' | 'setter'
  onSend: (goal: WantedGoal) => Promise<FormResult<GoalField>>
  onDone: () => void
  onCancel: () => void
}

const fromLabels = {
  WEEK: 'A day in the week',
  MONTH: 'A day in the month',
  QUARTER: 'A day in the quarter',
  CUSTOM: 'From',
}
const optionsOf = <Key extends string>(labels: Readonly<Record<Key, { label: string } | string>>) =>
  Object.entries<{ label: string } | string>(labels).map(([value, label]) => ({
    value,
    label: typeof label === 'string' ? label : label.label,
  }))

/** Sets a goal: of which figure, for which days, and how much. */
export function GoalForm({ currency, today, kind, onSend, onDone, onCancel }: GoalFormProps) {
  const schema = useMemo(() => goalSchema(currency), [currency])
  const { form, onSubmit, problem, busy } = useSentForm<GoalValues>({
    schema,
    defaultValues: {
      metric: kind === 'closer' ? 'NET_CASH' : 'BOOKED_CALLS',
      span: 'MONTH',
      from: today,
      to: '',
      target: '',
    },
    send: async (values) => {
      const goal = wantedGoal(values, currency)
      return goal ? onSend(goal) : { ok: false, field: 'target', message: 'Say how much' }
    },
    onDone,
  })
  const { errors } = form.formState
  const [metric, span] = form.watch(['metric', 'span'])
  const { unit } = goalMetrics[metric]
  return (
    <FormFrame onSubmit={onSubmit} problem={problem}>
      <Controller
        control={form.control}
        name="metric"
        render={({ field }) => (
          <SelectField
            label="Figure"
            options={optionsOf(goalMetrics)}
            value={field.value}
            onChange={(value) => {
              field.onChange(value)
              form.resetField('target')
            }}
            onBlur={field.onBlur}
            error={errors.metric?.message}
          />
        )}
      />
      <Controller
        control={form.control}
        name="span"
        render={({ field }) => (
          <SelectField
            label="For"
            options={optionsOf(goalSpans)}
            value={field.value}
            onChange={field.onChange}
            onBlur={field.onBlur}
            error={errors.span?.message}
          />
        )}
      />
      <div className="grid grid-cols-2 gap-3">
        <TextField {...form.register('from')} type="date" label={fromLabels[span]} error={errors.from?.message} />
        {span === 'CUSTOM' && <TextField {...form.register('to')} type="date" label="To" error={errors.to?.message} />}
      </div>
      <Controller
        control={form.control}
        name="target"
        render={({ field }) =>
          unit === 'money' ? (
            <MoneyField
              label="To reach"
              currency={currency}
              value={field.value}
              onChange={field.onChange}
              onBlur={field.onBlur}
              error={errors.target?.message}
            />
          ) : (
            <TextField
              label="To reach"
              inputMode="decimal"
              autoComplete="off"
              suffix={unit === 'rate' ? '%' : undefined}
              value={field.value}
              onChange={field.onChange}
              onBlur={field.onBlur}
              ref={field.ref}
              error={errors.target?.message}
            />
          )
        }
      />
      <FormActions busy={busy} onCancel={onCancel}>
        Set goal
      </FormActions>
    </FormFrame>
  )
}
