import { Controller } from 'react-hook-form'
import * as z from 'zod/mini'
import { FormActions } from '../../components/form-actions.tsx'
import { FormProblem } from '../../components/form-problem.tsx'
import { Segment } from '../../components/segment.tsx'
import { ComboField } from '../../components/select-field.tsx'
import { TextField } from '../../components/text-field.tsx'
import { formatCount } from '../../lib/format-count.ts'
import type { FormResult } from '../../lib/form-result.ts'
import { useSentForm } from '../../lib/use-sent-form.ts'
import { rosterNameSchema } from './roster-schema.ts'
import { suggestSetter } from './suggest-setter.ts'

const schema = z
  .object({ whose: z.enum(['known', 'new']), setterId: z.string(), newName: z.string().check(z.trim()) })
  .check(
    z.refine((values) => values.whose === 'new' || values.setterId !== '', {
      error: 'Choose the setter whose name it is',
      path: ['setterId'],
    }),
    z.refine((values) => values.whose === 'known' || rosterNameSchema.safeParse(values.newName).success, {
      error: 'Enter a name of at most 200 characters',
      path: ['newName'],
    }),
  )

type Values = z.infer<typeof schema>

/** Whose name it is: somebody's on the roster, or somebody's who comes onto it. */
export type Resolution = { setterId: string } | { newName: string }

export interface SetterChoice {
  id: string
  name: string
  aliases: readonly string[]
}

export interface ResolveFormProps {
  /** As bookings write it. */
  name: string
  /** How many calls name it. */
  calls: number
  setters: readonly SetterChoice[]
  onSend: (resolution: Resolution) => Promise<FormResult<keyof Values>>
  onDone: () => void
  onCancel: () => void
}

/** Says whose a name on bookings is, once for all past and coming calls. Begins with the setter whom it looks like, if there is one. */
export function ResolveForm({ name, calls, setters, onSend, onDone, onCancel }: ResolveFormProps) {
  const suggested = suggestSetter(name, setters)
  const { form, onSubmit, problem, busy } = useSentForm<Values>({
    schema,
    defaultValues: {
      whose: setters.length === 0 ? 'new' : 'known',
      setterId: suggested?.id ?? '',
      newName: name,
    },
    send: ({ whose, setterId, newName }) => onSend(whose === 'known' ? { setterId } : { newName }),
    onDone,
  })
  const { errors } = form.formState
  const whose = form.watch('whose')
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
      <div>
        <Segment
          label="Whose name it is"
          choices={[
            { value: 'known', label: 'A setter on the roster' },
            { value: 'new', label: 'A new setter' },
          ]}
          value={whose}
          onChange={(next) => form.setValue('whose', next, { shouldDirty: true })}
        />
      </div>
      {whose === 'known' ? (
        <Controller
          control={form.control}
          name="setterId"
          render={({ field }) => (
            <ComboField
              label="Setter"
              placeholder="Choose a setter"
              options={setters.map((setter) => ({
                value: setter.id,
                label: setter.name,
                detail: setter.id === suggested?.id ? 'Looks alike' : undefined,
              }))}
              value={field.value === '' ? null : field.value}
              onChange={field.onChange}
              onBlur={field.onBlur}
              hint={`“${name}” becomes an alias of theirs.`}
              error={errors.setterId?.message}
            />
          )}
        />
      ) : (
        <TextField
          {...form.register('newName')}
          label="Name"
          autoComplete="off"
          hint={`Bookings may go on writing “${name}”.`}
          error={errors.newName?.message}
        />
      )}
      <FormActions busy={busy} onCancel={onCancel}>
        {calls === 1 ? 'Give 1 call to them' : `Give ${formatCount(calls)} calls to them`}
      </FormActions>
    </form>
  )
}
