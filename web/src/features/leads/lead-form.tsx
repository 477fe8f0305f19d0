import { Controller } from 'react-hook-form'
import * as z from 'zod/mini'
import { ChoiceField } from '../../components/choice-field.tsx'
import { FormActions } from '../../components/form-actions.tsx'
import { FormProblem } from '../../components/form-problem.tsx'
import { OwnFields } from '../../components/own-fields.tsx'
import { TextField } from '../../components/text-field.tsx'
import type { FormResult } from '../../lib/form-result.ts'
import { timeZoneLabel, timeZones } from '../../lib/time-zones.ts'
import type { OwnEntry } from '../../lib/use-own-entry.ts'
import { useNow } from '../../lib/use-now.ts'
import { useSentForm } from '../../lib/use-sent-form.ts'
import { useViewer } from '../../lib/viewer.ts'

const schema = z.object({
  name: z.string().check(z.trim(), z.minLength(1, 'Give a name'), z.maxLength(200, 'Use at most 200 characters')),
  email: z.string().check(z.trim()),
  phone: z.string().check(z.trim()),
  timeZone: z.string(),
})

export type LeadValues = z.infer<typeof schema>

export interface LeadFormProps {
  /** Without addresses where those are changed elsewhere. */
  lead: { name: string; timeZone: string; email?: string; phone?: string }
  /** Own fields that have to be answered. */
  own: OwnEntry
  submitLabel: string
  onSend: (values: LeadValues) => Promise<FormResult<keyof LeadValues>>
  onDone: () => void
  onCancel: () => void
}

/** A lead's own fields. */
export function LeadForm({ lead, own, submitLabel, onSend, onDone, onCancel }: LeadFormProps) {
  const now = useNow()
  const { organization } = useViewer()
  const { form, onSubmit, problem, busy } = useSentForm<LeadValues>({
    schema,
    defaultValues: { email: '', phone: '', ...lead },
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
      <TextField {...form.register('name')} label="Name" autoComplete="off" error={errors.name?.message} />
      {lead.email !== undefined && (
        <TextField
          {...form.register('email')}
          label="Email"
          type="email"
          autoComplete="off"
          error={errors.email?.message}
        />
      )}
      {lead.phone !== undefined && (
        <TextField
          {...form.register('phone')}
          label="Phone"
          optional
          autoComplete="off"
          hint="Without a country code it is read in the country of the time zone."
          error={errors.phone?.message}
        />
      )}
      <Controller
        control={form.control}
        name="timeZone"
        render={({ field }) => (
          <ChoiceField
            label="Time zone"
            optional
            searchable
            options={[
              { value: '', label: 'Not known' },
              ...timeZones().map((zone) => ({ value: zone, label: timeZoneLabel(zone, now) })),
            ]}
            value={field.value}
            onChange={field.onChange}
            onBlur={field.onBlur}
            error={errors.timeZone?.message}
          />
        )}
      />
      <OwnFields entry={own} currency={organization.currency} />
      <FormActions busy={busy} onCancel={onCancel}>
        {submitLabel}
      </FormActions>
    </form>
  )
}
