import * as z from 'zod/mini'
import { refusalOf } from '../../apollo/read-error.ts'
import { Button } from '../../components/button.tsx'
import { FormProblem } from '../../components/form-problem.tsx'
import { notify } from '../../components/notify.ts'
import { TextField } from '../../components/text-field.tsx'
import { useSentForm } from '../../lib/use-sent-form.ts'
import { connectionNameSchema } from './secret-schema.ts'
import { useConnectionChange } from './use-connection-change.ts'

const schema = z.object({ name: connectionNameSchema })

type Values = z.infer<typeof schema>

/** Gives a connection another name. */
export function NameForm({ connectionId, name }: { connectionId: string; name: string }) {
  const change = useConnectionChange()
  const { form, onSubmit, problem, busy } = useSentForm<Values>({
    schema,
    defaultValues: { name },
    send: async (values) => {
      try {
        await change({ id: connectionId, name: values.name })
        form.reset(values)
        return { ok: true }
      } catch (error) {
        return refusalOf(error, ['name'])
      }
    },
    onDone: () => notify.done('The name was saved'),
  })
  const { errors, isDirty } = form.formState
  return (
    <form
      noValidate
      className="mt-3 flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        void onSubmit()
      }}
    >
      <FormProblem message={problem} />
      <div className="flex items-start gap-2">
        <div className="min-w-0 max-w-80 flex-1">
          <TextField
            {...form.register('name')}
            label="Name of the connection"
            labelHidden
            autoComplete="off"
            error={errors.name?.message}
          />
        </div>
        <Button size="md" type="submit" busy={busy} disabled={!isDirty}>
          Save
        </Button>
      </div>
    </form>
  )
}
