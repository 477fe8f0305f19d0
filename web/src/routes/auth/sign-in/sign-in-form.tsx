import * as z from 'zod/mini'
import { Button } from '../../../components/button.tsx'
import { FormProblem } from '../../../components/form-problem.tsx'
import { PasswordField, TextField } from '../../../components/text-field.tsx'
import { TextLink } from '../../../components/text-link.tsx'
import type { FormResult } from '../../../lib/form-result.ts'
import { useSentForm } from '../../../lib/use-sent-form.ts'
import { emailSchema } from '../email-schema.ts'

const schema = z.object({
  email: emailSchema,
  password: z.string().check(z.minLength(1, 'Enter your password')),
})

type Values = z.infer<typeof schema>

export interface SignInFormProps {
  signIn: (input: Values) => Promise<FormResult<string>>
  /** The password was right. */
  onDone: () => void
}

export function SignInForm({ signIn, onDone }: SignInFormProps) {
  const { form, onSubmit, problem, busy } = useSentForm<Values>({
    schema,
    defaultValues: { email: '', password: '' },
    send: async (values) => {
      const result = await signIn(values)
      if (result.ok) return result
      const field = result.field === 'email' || result.field === 'password' ? result.field : undefined
      return { ok: false, message: result.message, field }
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
      <TextField
        {...form.register('email')}
        label="Work email"
        type="email"
        autoComplete="username"
        size="lg"
        error={errors.email?.message}
      />
      <PasswordField
        {...form.register('password')}
        label="Password"
        labelAside={<TextLink to="/forgot-password">Forgot it?</TextLink>}
        autoComplete="current-password"
        size="lg"
        error={errors.password?.message}
      />
      <Button type="submit" variant="primary" size="lg" block busy={busy}>
        Sign in
      </Button>
    </form>
  )
}
