import * as z from 'zod/mini'
import { refusalOf } from '../../apollo/read-error.ts'
import { Button } from '../../components/button.tsx'
import { FormProblem } from '../../components/form-problem.tsx'
import { notify } from '../../components/notify.ts'
import { TextField } from '../../components/text-field.tsx'
import { useSentForm } from '../../lib/use-sent-form.ts'
import { accountSchema, connectionNameSchema } from './secret-schema.ts'
import { useConnectionChange } from './use-connection-change.ts'

/** What of a connection is changed on a line of its own. */
const settings = {
  name: { schema: connectionNameSchema, label: 'Name of the connection', saved: 'The name was saved' },
  account: { schema: accountSchema, label: 'User id', saved: 'The user id was saved' },
}

interface SettingFormProps {
  connectionId: string
  /** Its name; or to which account of the provider the key belongs. */
  setting: keyof typeof settings
  value: string
}

/** Changes a connection's name, or says to which account its key belongs. */
export function SettingForm({ connectionId, setting, value }: SettingFormProps) {
  const { schema, label, saved } = settings[setting]
  const change = useConnectionChange()
  const { form, onSubmit, problem, busy } = useSentForm<Record<string, string>>({
    schema: z.object({ [setting]: schema }),
    defaultValues: { [setting]: value },
    send: async (values) => {
      try {
        await change({ id: connectionId, ...values })
        form.reset(values)
        return { ok: true }
      } catch (error) {
        return refusalOf(error, [setting])
      }
    },
    onDone: () => notify.done(saved),
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
        <div className="max-w-80 min-w-0 flex-1">
          <TextField
            {...form.register(setting)}
            label={label}
            labelHidden
            autoComplete="off"
            error={errors[setting]?.message}
          />
        </div>
        <Button size="md" type="submit" busy={busy} disabled={!isDirty}>
          Save
        </Button>
      </div>
    </form>
  )
}
