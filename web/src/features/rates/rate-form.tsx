import { useMemo } from 'react'
import { Controller, useWatch } from 'react-hook-form'
import * as z from 'zod/mini'
import { FormActions } from '../../components/form-actions.tsx'
import { FormProblem } from '../../components/form-problem.tsx'
import { ComboField } from '../../components/select-field.tsx'
import { TextField } from '../../components/text-field.tsx'
import { currencies, currencyLabel } from '../../lib/currencies.ts'
import type { FormResult } from '../../lib/form-result.ts'
import { isDay } from '../../lib/period.ts'
import { useSentForm } from '../../lib/use-sent-form.ts'
import { RateInUse } from './rate-in-use.tsx'

const schema = z
  .object({
    day: z.string().check(z.refine(isDay, 'Choose a day')),
    base: z.string().check(z.regex(/^[A-Z]{3}$/, 'Choose a currency')),
    quote: z.string().check(z.regex(/^[A-Z]{3}$/, 'Choose a currency')),
    rate: z.string().check(
      z.trim(),
      z.refine(
        (text) => /^\d{1,12}(\.\d{1,15})?$/.test(text) && /[1-9]/.test(text),
        'Write digits with a point, such as 1.0842',
      ),
    ),
    until: z.string().check(z.refine((text) => text === '' || isDay(text), 'Choose a day, or none')),
  })
  .check(
    z.refine(({ base, quote }) => base !== quote, { error: 'Choose another currency', path: ['quote'] }),
    z.refine(({ day, until }) => until === '' || until >= day, { error: 'Not before the first day', path: ['until'] }),
  )

/** A rate as it is typed; `until` is empty for the one day. */
export type RateValues = z.infer<typeof schema>

export interface RateFormProps {
  /** What stands in the form at first. */
  start: Pick<RateValues, 'day' | 'base' | 'quote'>
  onSend: (values: RateValues) => Promise<FormResult<keyof RateValues>>
  onDone: () => void
  onCancel: () => void
}

/** A rate set by hand, for a day or for every day of a span. */
export function RateForm({ start, onSend, onDone, onCancel }: RateFormProps) {
  const { form, onSubmit, problem, busy } = useSentForm<RateValues>({
    schema,
    defaultValues: { ...start, rate: '', until: '' },
    send: onSend,
    onDone,
  })
  const { errors } = form.formState
  const [base, quote, day] = useWatch({ control: form.control, name: ['base', 'quote', 'day'] })
  const options = useMemo(() => currencies().map((code) => ({ value: code, label: currencyLabel(code) })), [])
  const currencyField = (name: 'base' | 'quote', label: string) => (
    <Controller
      control={form.control}
      name={name}
      render={({ field }) => (
        <ComboField
          label={label}
          options={options}
          value={field.value}
          onChange={field.onChange}
          onBlur={field.onBlur}
          error={errors[name]?.message}
        />
      )}
    />
  )
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
      <div className="grid gap-4 sm:grid-cols-2">
        {currencyField('base', 'One unit of')}
        {currencyField('quote', 'Is worth in')}
      </div>
      <TextField
        {...form.register('rate')}
        label="Rate"
        inputMode="decimal"
        autoComplete="off"
        prefix={base ? `1 ${base} =` : undefined}
        suffix={quote}
        error={errors.rate?.message}
        hint={<RateInUse base={base} quote={quote} day={day} />}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField {...form.register('day')} type="date" label="Day" error={errors.day?.message} />
        <TextField
          {...form.register('until')}
          type="date"
          label="Until"
          optional
          hint="Sets it for each day until then."
          error={errors.until?.message}
        />
      </div>
      <FormActions busy={busy} onCancel={onCancel}>
        Set the rate
      </FormActions>
    </form>
  )
}
