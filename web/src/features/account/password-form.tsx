import * as z from 'zod/mini'
import { Button } from '../../components/button.tsx'
import { FormProblem } from '../../components/form-problem.tsx'
import { PasswordField } from '../../components/text-field.tsx'
import type { FormResult } from '../../lib/form-result.ts'
import { useSentForm } from '../../lib/use-sent-form.ts'

const schema = z.object({ password: z.string().check(z.minLength(1, 'Enter your password')) })

export interface PasswordFormProps {
  /** The verb: `Turn it off`. */
  label: string
  danger?: boolean
  onSend: (password: string) => Promise<FormResult<string>>
  onDone: () => void
  onCancel: () => void
}

/** Asks for the password again before something that a borrowed session must not do. */
export function PasswordForm({ label, danger = false, onSend, onDone, onCancel }: PasswordFormProps) {
  const { form, onSubmit, problem, busy } = useSentForm<z.infer<typeof schema>>({
    schema,
    defaultValues: { password: '' },
    send: async ({ password }) => {
      const result = await onSend(password)
      if (result.ok) return result
      return { ok: false, message: result.message, field: result.field === 'password' ? 'password' : undefined }
    },
    onDone,
  })
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
      <PasswordField
        {...form.register('password')}
        autoFocus
        label="Your password"
        autoComplete="current-password"
        error={form.formState.errors.password?.message}
      />
      <div className="flex flex-wrap justify-end gap-2">
        <Button size="md" onClick={onCancel}>
          Cancel
        </Button>
        <Button size="md" variant={danger ? 'danger' : 'primary'} type="submit" busy={busy}>
          {label}
        </Button>
      </div>
    </form>
  )
}
