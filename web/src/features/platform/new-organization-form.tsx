import { Controller } from 'react-hook-form'
import * as z from 'zod/mini'
import { FormActions } from '../../components/form-actions.tsx'
import { FormFrame } from '../../components/form-frame.tsx'
import { CurrencyField, TimeZoneField } from '../../components/place-fields.tsx'
import { TextField } from '../../components/text-field.tsx'
import { guessCurrency } from '../../lib/currencies.ts'
import type { FormResult } from '../../lib/form-result.ts'
import { guessTimeZone } from '../../lib/time-zones.ts'
import { useSentForm } from '../../lib/use-sent-form.ts'
import { ReasonField, reasonField } from './reason-field.tsx'

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
  return (
    <FormFrame onSubmit={onSubmit} problem={problem}>
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
          <TimeZoneField
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
          <CurrencyField
            value={field.value}
            onChange={field.onChange}
            onBlur={field.onBlur}
            error={errors.currency?.message}
          />
        )}
      />
      <ReasonField {...form.register('reason')} error={errors.reason?.message} />
      <FormActions busy={busy} onCancel={onCancel}>
        Make the organization
      </FormActions>
    </FormFrame>
  )
}
