import { Controller } from 'react-hook-form'
import * as z from 'zod/mini'
import { FormActions } from '../../components/form-actions.tsx'
import { FormFrame } from '../../components/form-frame.tsx'
import { TextField } from '../../components/text-field.tsx'
import type { FormResult } from '../../lib/form-result.ts'
import { useSentForm } from '../../lib/use-sent-form.ts'
import { AliasField } from './alias-field.tsx'
import type { RosterKind } from './person.ts'
import { aliasesSchema, optionalEmailSchema, rosterNameSchema } from './roster-schema.ts'

const schema = z.object({ name: rosterNameSchema, email: optionalEmailSchema, aliases: aliasesSchema })

/** A closer or a setter as typed; an empty address is none. */
export type PersonValues = z.infer<typeof schema>

export const noPerson: PersonValues = { name: '', email: '', aliases: [] }

const emailHints: Readonly<Record<RosterKind, string>> = {
  closer: 'Their address in the booking tool. Calls that it hosted become theirs, past ones too.',
  setter: 'For their invitation.',
}

export interface PersonFormProps {
  kind: RosterKind
  person: PersonValues
  /** The verb on the button: `Add closer`, `Save`. */
  submitLabel: string
  /** Saves only what was changed; the button is off until then. */
  isEdit?: boolean
  onSend: (values: PersonValues) => Promise<FormResult<keyof PersonValues>>
  onDone: () => void
  onCancel?: () => void
}

/** Adds or changes somebody on the roster. */
export function PersonForm({ kind, person, submitLabel, isEdit = false, onSend, onDone, onCancel }: PersonFormProps) {
  const { form, onSubmit, problem, busy } = useSentForm<PersonValues>({
    schema,
    defaultValues: person,
    send: async (values) => {
      const result = await onSend(values)
      if (result.ok) form.reset(values)
      return result
    },
    onDone,
  })
  const { errors, isDirty } = form.formState
  return (
    <FormFrame onSubmit={onSubmit} problem={problem}>
      <TextField {...form.register('name')} label="Name" autoComplete="off" error={errors.name?.message} />
      <TextField
        {...form.register('email')}
        label="Email"
        optional
        type="email"
        autoComplete="off"
        hint={emailHints[kind]}
        error={errors.email?.message}
      />
      {kind === 'setter' && (
        <Controller
          control={form.control}
          name="aliases"
          render={({ field }) => (
            <AliasField
              label="Aliases"
              optional
              value={field.value}
              onChange={field.onChange}
              hint="Other names that bookings know them by; Enter adds one. Letter case and spacing do not matter. Calls that use one become theirs, past ones too."
              error={errors.aliases?.message}
            />
          )}
        />
      )}
      <FormActions busy={busy} disabled={isEdit && !isDirty} onCancel={onCancel}>
        {submitLabel}
      </FormActions>
    </FormFrame>
  )
}
