import { useMemo } from 'react'
import { Controller } from 'react-hook-form'
import * as z from 'zod/mini'
import { FormActions } from '../../components/form-actions.tsx'
import { FormProblem } from '../../components/form-problem.tsx'
import { ComboField } from '../../components/select-field.tsx'
import { TextArea, TextField } from '../../components/text-field.tsx'
import { currencies, currencyLabel, guessCurrency } from '../../lib/currencies.ts'
import type { FormResult } from '../../lib/form-result.ts'
import { guessTimeZone, timeZoneLabel, timeZones } from '../../lib/time-zones.ts'
import { useNow } from '../../lib/use-now.ts'
import { useSentForm } from '../../lib/use-sent-form.ts'
import { reasonField } from './reason-form.tsx'

const schema = z.object({
  name: z.string().check(z.trim(), z.minLength(1, 'Enter a name'), z.maxLength(120, 'Use at most 120 characters')),
  ownerEmail: z.string().check(z.trim(), z.email('Enter an e-mail address')),
  timeZone: z.string().check(z.minLength(1, 'Choose a time zone')),
  currency: z.string().check(z.regex(/^[A-Z]{3}$/, 'Choose a currency')),
  reason: reasonField,
})

export type NewOrganization = z.infer<typeof schema>

export interface NewOrganizationFormProps {
  onSend: (values: NewOrganization) => Promise<FormResult<keyof NewOrganization>>
  onDone: () => void
  onCancel: () => void
}

/** An organization for somebody, who is invited to own it. */
export function NewOrganizationForm({ onSend, onDone, onCancel }: NewOrganizationFormProps) {
  const { form, onSubmit, problem, busy } = useSentForm<NewOrganization>({
    schema,
    defaultValues: {
      name: '',
      ownerEmail: '',
      timeZone: guessTimeZone(),
      currency: guessCurrency(navigator.language),
      reason: '',
    },
    send: onSend,
    onDone,
  })
  const { errors } = form.formState
  const now = useNow()
  const zoneOptions = useMemo(
    () => timeZones().map((zone) => ({ value: zone, label: timeZoneLabel(zone, now) })),
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
      <TextField {...form.register('name')} label="Name" autoComplete="off" error={errors.name?.message} />
      <TextField
        {...form.register('ownerEmail')}
        type="email"
        label="Owner’s e-mail"
        autoComplete="off"
        hint="They get an invitation, and own it once they accept."
        error={errors.ownerEmail?.message}
      />
      <Controller
        control={form.control}
        name="timeZone"
        render={({ field }) => (
          <ComboField
            label="Time zone"
            options={zoneOptions}
            value={field.value}
            onChange={field.onChange}
            onBlur={field.onBlur}
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
            options={currencyOptions}
            value={field.value}
            onChange={field.onChange}
            onBlur={field.onBlur}
            error={errors.currency?.message}
          />
        )}
      />
      <TextArea
        {...form.register('reason')}
        label="Reason"
        rows={2}
        hint="Kept with the act, in our log."
        error={errors.reason?.message}
      />
      <FormActions busy={busy} onCancel={onCancel}>
        Make the organization
      </FormActions>
    </form>
  )
}
