import { useMemo } from 'react'
import { Controller } from 'react-hook-form'
import * as z from 'zod/mini'
import { Button } from '../../../components/button.tsx'
import { ComboField } from '../../../components/select-field.tsx'
import { FormProblem } from '../../../components/form-problem.tsx'
import { TextField } from '../../../components/text-field.tsx'
import { currencies, currencyLabel, guessCurrency } from '../../../lib/currencies.ts'
import type { FormResult } from '../../../lib/form-result.ts'
import { guessTimeZone, timeZoneLabel, timeZones } from '../../../lib/time-zones.ts'
import { useNow } from '../../../lib/use-now.ts'
import { useSentForm } from '../../../lib/use-sent-form.ts'

const schema = z.object({
  name: z.string().check(z.trim(), z.minLength(1, 'Enter a name'), z.maxLength(120, 'Use at most 120 characters')),
  timeZone: z.string().check(z.minLength(1, 'Choose a time zone')),
  currency: z.string().check(z.regex(/^[A-Z]{3}$/, 'Choose a currency')),
})

type Values = z.infer<typeof schema>

export interface CreateOrganizationFormProps {
  /** `timeZone` is an IANA name, `currency` an ISO 4217 code. */
  onCreate: (name: string, timeZone: string, currency: string) => Promise<FormResult<keyof Values>>
  /** The organization is there. */
  onDone: () => void
}

export function CreateOrganizationForm({ onCreate, onDone }: CreateOrganizationFormProps) {
  const { form, onSubmit, problem, busy } = useSentForm<Values>({
    schema,
    defaultValues: { name: '', timeZone: guessTimeZone(), currency: guessCurrency(navigator.language) },
    send: ({ name, timeZone, currency }) => onCreate(name, timeZone, currency),
    onDone,
  })
  const { errors } = form.formState
  const now = useNow()
  const zoneOptions = useMemo(
    () => timeZones().map((zone) => ({ value: zone, label: timeZoneLabel(zone, now), detail: zone.split('/')[0] })),
    [now],
  )
  const currencyOptions = useMemo(() => currencies().map((code) => ({ value: code, label: currencyLabel(code) })), [])
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
        {...form.register('name')}
        label="Organization name"
        autoComplete="organization"
        size="lg"
        error={errors.name?.message}
      />
      <Controller
        control={form.control}
        name="timeZone"
        render={({ field }) => (
          <ComboField
            label="Time zone"
            size="lg"
            options={zoneOptions}
            value={field.value}
            onChange={field.onChange}
            onBlur={field.onBlur}
            hint="Days, periods and reports go by it."
            error={errors.timeZone?.message}
          />
        )}
      />
      <Controller
        control={form.control}
        name="currency"
        render={({ field }) => (
          <ComboField
            label="Reporting currency"
            size="lg"
            options={currencyOptions}
            value={field.value}
            onChange={field.onChange}
            onBlur={field.onBlur}
            hint="Payments in another currency are converted at the rate of their day."
            error={errors.currency?.message}
          />
        )}
      />
      <Button type="submit" variant="primary" size="lg" block busy={busy}>
        Create organization
      </Button>
    </form>
  )
}
