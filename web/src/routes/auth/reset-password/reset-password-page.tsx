import { useState } from 'react'
import { useSearchParams } from 'react-router'
import * as z from 'zod/mini'
import { Button, ButtonLink } from '../../../components/button.tsx'
import { FormProblem } from '../../../components/form-problem.tsx'
import { PasswordField } from '../../../components/text-field.tsx'
import { useSentForm } from '../../../lib/use-sent-form.ts'
import { AuthLayout } from '../auth-layout.tsx'
import { passwordSchema } from '../password-schema.ts'

const schema = z.object({ password: passwordSchema })

type ResetAnswer = { ok: true } | { ok: false; message: string; field?: string; code?: string }

export interface ResetPasswordPageProps {
  /** `token` is of the link. */
  onReset: (token: string, password: string) => Promise<ResetAnswer>
}

/** `/reset-password?token=…`, the link of the mail; `error` instead where it was not good. */
export function ResetPasswordPage({ onReset }: ResetPasswordPageProps) {
  const [search] = useSearchParams()
  const token = search.get('token') ?? ''
  const [state, setState] = useState<'asked' | 'done' | 'refused'>(
    token === '' || search.has('error') ? 'refused' : 'asked',
  )
  if (state === 'done') {
    return (
      <AuthLayout title="Your password is changed">
        <p role="status" className="mb-5 text-reading text-pretty text-fg-2">
          Everybody who was signed in to your account is signed out, on all devices.
        </p>
        <ButtonLink to="/sign-in" variant="primary" size="lg" block>
          Sign in
        </ButtonLink>
      </AuthLayout>
    )
  }
  if (state === 'refused') {
    return (
      <AuthLayout title="This link is no longer good">
        <p role="status" className="mb-5 text-reading text-pretty text-fg-2">
          It is too old, it has been used, or a part of it was lost on the way. Your password is as it was.
        </p>
        <ButtonLink to="/forgot-password" variant="primary" size="lg" block>
          Send a new link
        </ButtonLink>
      </AuthLayout>
    )
  }
  return (
    <AuthLayout title="Choose a new password">
      <ResetForm
        onSend={async (password) => {
          const result = await onReset(token, password)
          if (!result.ok && (result.code === 'INVALID_TOKEN' || result.code === 'TOKEN_EXPIRED')) setState('refused')
          return result
        }}
        onDone={() => setState('done')}
      />
    </AuthLayout>
  )
}

interface ResetFormProps {
  onSend: (password: string) => Promise<ResetAnswer>
  onDone: () => void
}

function ResetForm({ onSend, onDone }: ResetFormProps) {
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
        label="New password"
        autoComplete="new-password"
        size="lg"
        hint="At least 10 characters"
        error={form.formState.errors.password?.message}
      />
      <Button type="submit" variant="primary" size="lg" block busy={busy}>
        Save the new password
      </Button>
    </form>
  )
}
