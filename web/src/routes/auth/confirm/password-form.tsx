import * as z from 'zod/mini'
import { Button } from '../../../components/button.tsx'
import { FormProblem } from '../../../components/form-problem.tsx'
import { PasswordField } from '../../../components/text-field.tsx'
import { useSentForm } from '../../../lib/use-sent-form.ts'
import type { ConfirmAnswer } from './confirm-answer.ts'

const schema = z.object({ password: z.string().check(z.minLength(1, 'Enter the password that you chose')) })

export interface PasswordFormProps {
  onSend: (password: string) => Promise<ConfirmAnswer>
}

/** Asks for the password that was chosen at sign-up. What else the answer may be is for the page to show. */
export function PasswordForm({ onSend }: PasswordFormProps) {
  const { form, onSubmit, problem, busy } = useSentForm<z.infer<typeof schema>>({
    schema,
    defaultValues: { password: '' },
    send: async ({ password }) => {
      const answer = await onSend(password)
      if (answer.ok) return answer
      return { ok: false, message: answer.message, field: answer.field === 'password' ? 'password' : undefined }
    },
    onDone: () => undefined,
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
        label="Password"
        autoComplete="current-password"
        size="lg"
        error={form.formState.errors.password?.message}
      />
      <Button type="submit" variant="primary" size="lg" block busy={busy}>
        Confirm and sign in
      </Button>
    </form>
  )
}
