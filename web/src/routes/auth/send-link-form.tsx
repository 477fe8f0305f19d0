import * as z from 'zod/mini'
import { Button } from '../../components/button.tsx'
import { FormProblem } from '../../components/form-problem.tsx'
import { TextField } from '../../components/text-field.tsx'
import type { FormResult } from '../../lib/form-result.ts'
import { useSentForm } from '../../lib/use-sent-form.ts'
import { emailSchema } from './email-schema.ts'

const schema = z.object({ email: emailSchema })

export interface SendLinkFormProps {
  /** The address, where it is known already. */
  email?: string
  /** What the button says: `Send a new link`. */
  label: string
  onSend: (email: string) => Promise<FormResult<string>>
  /** Sent, as far as anybody may know. */
  onSent: (email: string) => void
}

/** Asks for an address, to send a link to it. */
export function SendLinkForm({ email = '', label, onSend, onSent }: SendLinkFormProps) {
  const { form, onSubmit, problem, busy } = useSentForm<z.infer<typeof schema>>({
    schema,
    defaultValues: { email },
    send: async (values) => {
      const result = await onSend(values.email)
      return result.ok || result.field === 'email'
        ? { ...result, field: 'email' }
        : { ok: false, message: result.message }
    },
    onDone: () => onSent(form.getValues('email').trim()),
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
      <TextField
        {...form.register('email')}
        label="Email"
        type="email"
        autoComplete="username"
        size="lg"
        error={form.formState.errors.email?.message}
      />
      <Button type="submit" variant="primary" size="lg" block busy={busy}>
        {label}
      </Button>
    </form>
  )
}
