import * as z from 'zod/mini'
import { Button } from '../../../components/button.tsx'
import { FormProblem } from '../../../components/form-problem.tsx'
import { PasswordField, TextField } from '../../../components/text-field.tsx'
import type { FormResult } from '../../../lib/form-result.ts'
import { useSentForm } from '../../../lib/use-sent-form.ts'
import { emailSchema } from '../email-schema.ts'

const schema = z.object({
  name: z.string().check(z.trim(), z.minLength(1, 'Enter your name')),
  email: emailSchema,
  password: z
    .string()
    .check(z.minLength(8, 'Use at least 8 characters'), z.maxLength(128, 'Use at most 128 characters')),
})

type Values = z.infer<typeof schema>

export interface SignUpFormProps {
  signUp: (input: Values) => Promise<FormResult<keyof Values>>
  /** The account and its session are there. */
  onDone: () => void
}

export function SignUpForm({ signUp, onDone }: SignUpFormProps) {
  const { form, onSubmit, problem, busy } = useSentForm<Values>({
    schema,
    defaultValues: { name: '', email: '', password: '' },
    send: signUp,
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
        hint="At least 8 characters"
        error={errors.password?.message}
      />
      <Button type="submit" variant="primary" size="lg" block busy={busy}>
        Create account
      </Button>
    </form>
  )
}
