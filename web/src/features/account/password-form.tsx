import * as z from 'zod/mini'
import { FormActions } from '../../components/form-actions.tsx'
import { FormFrame } from '../../components/form-frame.tsx'
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
    <FormFrame onSubmit={onSubmit} problem={problem}>
      <PasswordField
        {...form.register('password')}
        autoFocus
        label="Your password"
        autoComplete="current-password"
        error={form.formState.errors.password?.message}
      />
      <FormActions busy={busy} danger={danger} onCancel={onCancel}>
        {label}
      </FormActions>
    </FormFrame>
  )
}
