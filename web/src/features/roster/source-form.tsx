import { Controller } from 'react-hook-form'
import * as z from 'zod/mini'
import { FormActions } from '../../components/form-actions.tsx'
import { FormProblem } from '../../components/form-problem.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { TextField } from '../../components/text-field.tsx'
import type { FormResult } from '../../lib/form-result.ts'
import { useSentForm } from '../../lib/use-sent-form.ts'
import { AliasField } from './alias-field.tsx'
import { aliasesSchema, rosterNameSchema } from './roster-schema.ts'

/** Choices beside the traffic types there are. */
const none = 'none'
const fresh = 'new'

const schema = z
  .object({
    name: rosterNameSchema,
    aliases: aliasesSchema,
    /** The id of one, `none`, or `new` for the one that is named below. */
    trafficType: z.string(),
    newTrafficType: z.string().check(z.trim(), z.maxLength(200, 'Use at most 200 characters')),
  })
  .check(
    z.refine((values) => values.trafficType !== fresh || values.newTrafficType !== '', {
      error: 'Name the traffic type',
      path: ['newTrafficType'],
    }),
  )

type Values = z.infer<typeof schema>

export interface SourceValues {
  name: string
  aliases: readonly string[]
  /** What its leads are, by the id of a traffic type or the name of a new one; null where that is not known. */
  trafficType: { id: string } | { name: string } | null
}

const trafficTypeOf = ({ trafficType, newTrafficType }: Values): SourceValues['trafficType'] => {
  if (trafficType === none) return null
  return trafficType === fresh ? { name: newTrafficType } : { id: trafficType }
}

export interface SourceFormProps {
  source: { name: string; aliases: readonly string[]; trafficTypeId: string | null }
  trafficTypes: readonly { id: string; name: string }[]
  submitLabel: string
  onSend: (values: SourceValues) => Promise<FormResult<keyof Values>>
  onDone: () => void
  onCancel: () => void
}

/** Adds or changes a source of leads. */
export function SourceForm({ source, trafficTypes, submitLabel, onSend, onDone, onCancel }: SourceFormProps) {
  const { form, onSubmit, problem, busy } = useSentForm<Values>({
    schema,
    defaultValues: {
      name: source.name,
      aliases: [...source.aliases],
      trafficType: source.trafficTypeId ?? none,
      newTrafficType: '',
    },
    send: (values) => onSend({ name: values.name, aliases: values.aliases, trafficType: trafficTypeOf(values) }),
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
      <Controller
        control={form.control}
        name="aliases"
        render={({ field }) => (
          <AliasField
            label="Aliases"
            optional
            value={field.value}
            onChange={field.onChange}
            hint="Other names that bookings know it by, such as yt; Enter adds one. Letter case and spacing do not matter."
            error={errors.aliases?.message}
          />
        )}
      />
      <Controller
        control={form.control}
        name="trafficType"
        render={({ field }) => (
          <SelectField
            label="Traffic type"
            options={[
              { value: none, label: 'As the booking says' },
              ...trafficTypes.map(({ id, name }) => ({ value: id, label: name })),
              { value: fresh, label: 'A new one' },
            ]}
            value={field.value}
            onChange={field.onChange}
            onBlur={field.onBlur}
            hint="What its leads are, unless their booking says otherwise."
            error={errors.trafficType?.message}
          />
        )}
      />
      {form.watch('trafficType') === fresh && (
        <TextField
          {...form.register('newTrafficType')}
          label="New traffic type"
          placeholder="Paid, organic, cold, warm"
          autoComplete="off"
          error={errors.newTrafficType?.message}
        />
      )}
      <FormActions busy={busy} onCancel={onCancel}>
        {submitLabel}
      </FormActions>
    </form>
  )
}
