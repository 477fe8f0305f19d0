import { useMemo } from 'react'
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

const shape = z.object({ whose: z.enum(['known', 'new']), id: z.string(), newName: z.string().check(z.trim()) })

const schemaOf = (word: string) =>
  shape.check(
    z.refine((values) => values.whose === 'new' || values.id !== '', {
      error: `Choose the ${word} whose name it is`,
      path: ['id'],
    }),
    z.refine((values) => values.whose === 'known' || rosterNameSchema.safeParse(values.newName).success, {
      error: 'Enter a name of at most 200 characters',
      path: ['newName'],
    }),
  )

type Values = z.infer<typeof shape>

/** Whose name it is: somebody's on the roster, or somebody's who comes onto it. */
export type Resolution = { id: string } | { newName: string }

export interface NameChoice {
  id: string
  name: string
  aliases: readonly string[]
}

export interface ResolveFormProps {
  /** As bookings write it. */
  name: string
  /** How many calls name it. */
  calls: number
  /** What it is a name of, as in a sentence: `setter`. */
  word: string
  choices: readonly NameChoice[]
  /** Begins as the name of whoever comes onto the roster; the name itself unless said. */
  newName?: string
  onSend: (resolution: Resolution) => Promise<FormResult<keyof Values>>
  onDone: () => void
  onCancel: () => void
}

/** Says whose a name on bookings is, once for all past and coming calls. Begins with whom it looks like, if there is one. */
export function ResolveForm({
  name,
  calls,
  word,
  choices,
  newName = name,
  onSend,
  onDone,
  onCancel,
}: ResolveFormProps) {
  const suggested = suggestSetter(newName, choices)
  const schema = useMemo(() => schemaOf(word), [word])
  const { form, onSubmit, problem, busy } = useSentForm<Values>({
    schema,
    defaultValues: {
      whose: choices.length === 0 ? 'new' : 'known',
      id: suggested?.id ?? '',
      newName,
    },
    send: (values) => onSend(values.whose === 'known' ? { id: values.id } : { newName: values.newName }),
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
            { value: 'known', label: `A ${word} that is known` },
            { value: 'new', label: `A new ${word}` },
          ]}
          value={whose}
          onChange={(next) => form.setValue('whose', next, { shouldDirty: true })}
        />
      </div>
      {whose === 'known' ? (
        <Controller
          control={form.control}
          name="id"
          render={({ field }) => (
            <ComboField
              label={word.charAt(0).toUpperCase() + word.slice(1)}
              placeholder={`Choose a ${word}`}
              options={choices.map((choice) => ({
                value: choice.id,
                label: choice.name,
                detail: choice.id === suggested?.id ? 'Looks alike' : undefined,
              }))}
              value={field.value === '' ? null : field.value}
              onChange={field.onChange}
              onBlur={field.onBlur}
              hint={`“${name}” becomes another name of that ${word}.`}
              error={errors.id?.message}
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
