import * as z from 'zod/mini'
import { refusalOf } from '../../apollo/read-error.ts'
import { Button } from '../../components/button.tsx'
import { FormProblem } from '../../components/form-problem.tsx'
import { notify } from '../../components/notify.ts'
import { TextField } from '../../components/text-field.tsx'
import { useSentForm } from '../../lib/use-sent-form.ts'
import { accountSchema } from './secret-schema.ts'
import { useConnectionChange } from './use-connection-change.ts'

const schema = z.object({ account: accountSchema })

type Values = z.infer<typeof schema>

/** Says to which account of the provider the key belongs. */
export function AccountForm({ connectionId, account }: { connectionId: string; account: string }) {
  const change = useConnectionChange()
  const { form, onSubmit, problem, busy } = useSentForm<Values>({
    schema,
    defaultValues: { account },
    send: async (values) => {
      try {
        await change({ id: connectionId, account: values.account })
        form.reset(values)
        return { ok: true }
      } catch (error) {
        return refusalOf(error, ['account'])
      }
    },
    onDone: () => notify.done('The user id was saved'),
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
            {...form.register('account')}
            label="User id"
            labelHidden
            autoComplete="off"
            error={errors.account?.message}
          />
        </div>
        <Button size="md" type="submit" busy={busy} disabled={!isDirty}>
          Save
        </Button>
      </div>
    </form>
  )
}
