import { Controller } from 'react-hook-form'
import * as z from 'zod/mini'
import { Button } from '../../components/button.tsx'
import { FormProblem } from '../../components/form-problem.tsx'
import { CurrencyField, TimeZoneField } from '../../components/place-fields.tsx'
import { Section } from '../../components/section.tsx'
import { TextField } from '../../components/text-field.tsx'
import type { FormResult } from '../../lib/form-result.ts'
import { useSentForm } from '../../lib/use-sent-form.ts'
import { daysSchema } from './days-schema.ts'

const schema = z.object({
  name: z.string().check(z.trim(), z.minLength(1, 'Enter a name'), z.maxLength(200, 'Use at most 200 characters')),
  timeZone: z.string().check(z.minLength(1, 'Choose a time zone')),
  currency: z.string().check(z.regex(/^[A-Z]{3}$/, 'Choose a currency')),
  attributionWindowDays: daysSchema(1, 730),
  reportMatchDays: daysSchema(0, 30),
  deliveryBodyDays: daysSchema(7, 730),
})

type Values = z.infer<typeof schema>

/** What the organization's settings hold. */
export interface OrganizationSettings {
  name: string
  /** IANA name. */
  timeZone: string
  /** ISO 4217. */
  currency: string
  /** How many days before a payment a call may lie to be credited with it. */
  attributionWindowDays: number
  /** How many days reported cash and the processor's payment may lie apart to be one. */
  reportMatchDays: number
  /** For how many days the bodies of deliveries are kept. */
  deliveryBodyDays: number
}

export interface OrganizationFormProps {
  settings: OrganizationSettings
  /** Gets only what was changed. */
  onSend: (change: Partial<OrganizationSettings>) => Promise<FormResult<keyof Values>>
  onDone: () => void
}

const textsOf = (settings: OrganizationSettings): Values => ({
  ...settings,
  attributionWindowDays: String(settings.attributionWindowDays),
  reportMatchDays: String(settings.reportMatchDays),
  deliveryBodyDays: String(settings.deliveryBodyDays),
})

const settingsOf = (values: Values): OrganizationSettings => ({
  ...values,
  attributionWindowDays: Number(values.attributionWindowDays),
  reportMatchDays: Number(values.reportMatchDays),
  deliveryBodyDays: Number(values.deliveryBodyDays),
})

const changeOf = (before: OrganizationSettings, after: OrganizationSettings): Partial<OrganizationSettings> => ({
  ...(after.name === before.name ? {} : { name: after.name }),
  ...(after.timeZone === before.timeZone ? {} : { timeZone: after.timeZone }),
  ...(after.currency === before.currency ? {} : { currency: after.currency }),
  ...(after.attributionWindowDays === before.attributionWindowDays
    ? {}
    : { attributionWindowDays: after.attributionWindowDays }),
  ...(after.reportMatchDays === before.reportMatchDays ? {} : { reportMatchDays: after.reportMatchDays }),
  ...(after.deliveryBodyDays === before.deliveryBodyDays ? {} : { deliveryBodyDays: after.deliveryBodyDays }),
})

/** The organization's name, the zone and currency of its figures, and how payments find their calls. */
export function OrganizationForm({ settings, onSend, onDone }: OrganizationFormProps) {
  const { form, onSubmit, problem, busy } = useSentForm<Values>({
    schema,
    defaultValues: textsOf(settings),
    send: async (values) => {
      const result = await onSend(changeOf(settings, settingsOf(values)))
      if (result.ok) form.reset(values)
      return result
    },
    onDone,
  })
  const { errors, isDirty } = form.formState
  return (
    <form
      noValidate
      className="divide-y divide-line"
      onSubmit={(event) => {
        event.preventDefault()
        void onSubmit()
      }}
    >
      <Section title="Organization">
        <div className="mt-3 flex max-w-110 flex-col gap-4">
          <FormProblem message={problem} />
          <TextField {...form.register('name')} label="Name" autoComplete="organization" error={errors.name?.message} />
          <Controller
            control={form.control}
            name="timeZone"
            render={({ field }) => (
              <TimeZoneField
                value={field.value}
                onChange={field.onChange}
                onBlur={field.onBlur}
                hint="Days, periods and reports go by it; past figures are counted anew."
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
                hint="Past figures are converted anew, each payment at the rate of its day."
                error={errors.currency?.message}
              />
            )}
          />
        </div>
      </Section>
      <Section title="How payments find their calls">
        <div className="mt-3 flex max-w-110 flex-col gap-4">
          <TextField
            {...form.register('attributionWindowDays')}
            label="Attribution window"
            inputMode="numeric"
            suffix="days"
            autoComplete="off"
            hint="How long before a payment a call may lie to be credited with it; 1 to 730."
            error={errors.attributionWindowDays?.message}
          />
          <TextField
            {...form.register('reportMatchDays')}
            label="Match reported cash within"
            inputMode="numeric"
            suffix="days"
            autoComplete="off"
            hint="How many days apart cash on a form and the processor’s payment may lie to be one: 0 for the same day, 30 at most."
            error={errors.reportMatchDays?.message}
          />
        </div>
      </Section>
      <Section title="What webhooks brought">
        <div className="mt-3 max-w-110">
          <TextField
            {...form.register('deliveryBodyDays')}
            label="Keep the bodies of deliveries for"
            inputMode="numeric"
            suffix="days"
            autoComplete="off"
            hint="What they brought stays; 7 to 730. What failed or is parked keeps its body until it is settled."
            error={errors.deliveryBodyDays?.message}
          />
        </div>
      </Section>
      <div className="flex gap-2 px-4 py-4 md:px-6">
        <Button size="md" variant="primary" type="submit" busy={busy} disabled={!isDirty}>
          Save the settings
        </Button>
        {isDirty && (
          <Button size="md" variant="quiet" onClick={() => form.reset()}>
            Undo the changes
          </Button>
        )}
      </div>
    </form>
  )
}
