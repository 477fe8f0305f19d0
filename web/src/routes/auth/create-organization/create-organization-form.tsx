import { Controller } from 'react-hook-form'
import * as z from 'zod/mini'
import { Button } from '../../../components/button.tsx'
import { CurrencyField, TimeZoneField } from '../../../components/place-fields.tsx'
import { FormFrame } from '../../../components/form-frame.tsx'
import { TextField } from '../../../components/text-field.tsx'
import { guessCurrency } from '../../../lib/currencies.ts'
import type { FormResult } from '../../../lib/form-result.ts'
import { guessTimeZone } from '../../../lib/time-zones.ts'
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
  return (
    <FormFrame onSubmit={onSubmit} problem={problem}>
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
          <TimeZoneField
            size="lg"
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
          <CurrencyField
            size="lg"
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
    </FormFrame>
  )
}
