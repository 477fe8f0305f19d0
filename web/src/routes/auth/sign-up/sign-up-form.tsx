import * as z from 'zod/mini'
import { Button } from '../../../components/button.tsx'
import { FormProblem } from '../../../components/form-problem.tsx'
import { PasswordField, TextField } from '../../../components/text-field.tsx'
import type { FormResult } from '../../../lib/form-result.ts'
import { useSentForm } from '../../../lib/use-sent-form.ts'
import { emailSchema } from '../email-schema.ts'
import { passwordSchema } from '../password-schema.ts'

const schema = z.object({
  name: z.string().check(z.trim(), z.minLength(1, 'Enter your name')),
  email: emailSchema,
  password: passwordSchema,
})

type Values = z.infer<typeof schema>

export interface SignUpFormProps {
  signUp: (input: Values) => Promise<FormResult<string>>
  /** A mail was sent to the address. */
  onDone: (values: Values) => void
}

export function SignUpForm({ signUp, onDone }: SignUpFormProps) {
  const { form, onSubmit, problem, busy } = useSentForm<Values>({
    schema,
    defaultValues: { name: '', email: '', password: '' },
    send: async (values) => {
      const result = await signUp(values)
      if (result.ok) return result
      const field = result.field === 'email' || result.field === 'password' ? result.field : undefined
      return { ok: false, message: result.message, field }
    },
    onDone: () => onDone(form.getValues()),
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
        {...form.register('name')}
        label="Your name"
        autoComplete="name"
        size="lg"
        error={errors.name?.message}
      />
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
        autoComplete="new-password"
        size="lg"
        hint="At least 10 characters"
        error={errors.password?.message}
      />
      <Button type="submit" variant="primary" size="lg" block busy={busy}>
        Create account
      </Button>
    </form>
  )
}
