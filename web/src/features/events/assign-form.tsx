import { Controller } from 'react-hook-form'
import * as z from 'zod/mini'
import { FormActions } from '../../components/form-actions.tsx'
import { FormProblem } from '../../components/form-problem.tsx'
import type { Option } from '../../components/option.ts'
import { ComboField } from '../../components/select-field.tsx'
import type { FormResult } from '../../lib/form-result.ts'
import { useSentForm } from '../../lib/use-sent-form.ts'
import type { AssignTo } from './use-assignment.ts'

/** Stands for leaving it as it is, and for nobody; no id is written like these. */
const stays = 'stays'
const nobody = 'nobody'

const schema = z.object({ closerId: z.string(), setterId: z.string() }).check(
  z.refine(({ closerId, setterId }) => closerId !== stays || setterId !== stays, {
    error: 'Choose a closer or a setter',
    path: ['closerId'],
  }),
)

type Values = z.infer<typeof schema>

export interface AssignFormProps {
  /** In words: `3 calls`. */
  what: string
  closers: readonly Option[]
  setters: readonly Option[]
  onSend: (to: AssignTo) => Promise<FormResult<keyof Values>>
  onDone: () => void
  onCancel: () => void
}

const idOf = (value: string): string | null | undefined =>
  value === stays ? undefined : value === nobody ? null : value

const choices = (people: readonly Option[], word: string): Option[] => [
  { value: stays, label: `Leave the ${word} as it is` },
  ...people,
  { value: nobody, label: 'Nobody' },
]

/** Whom to give calls to. */
export function AssignForm({ what, closers, setters, onSend, onDone, onCancel }: AssignFormProps) {
  const { form, onSubmit, problem, busy } = useSentForm<Values>({
    schema,
    defaultValues: { closerId: stays, setterId: stays },
    send: (values) => {
      const [closerId, setterId] = [idOf(values.closerId), idOf(values.setterId)]
      return onSend({
        ...(closerId === undefined ? {} : { closerId }),
        ...(setterId === undefined ? {} : { setterId }),
      })
    },
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
      {(['closerId', 'setterId'] as const).map((name) => {
        const label = name === 'closerId' ? 'Closer' : 'Setter'
        return (
          <Controller
            key={name}
            control={form.control}
            name={name}
            render={({ field }) => (
              <ComboField
                label={label}
                options={choices(name === 'closerId' ? closers : setters, label.toLowerCase())}
                value={field.value}
                onChange={field.onChange}
                onBlur={field.onBlur}
                error={errors[name]?.message}
              />
            )}
          />
        )
      })}
      <FormActions busy={busy} onCancel={onCancel}>
        Reassign {what}
      </FormActions>
    </form>
  )
}
