import * as z from 'zod/mini'
import { FormActions } from '../../components/form-actions.tsx'
import { FormProblem } from '../../components/form-problem.tsx'
import { TextField } from '../../components/text-field.tsx'
import type { FormResult } from '../../lib/form-result.ts'
import { useSentForm } from '../../lib/use-sent-form.ts'

const schema = z.object({ code: z.string().check(z.regex(/^\s*(\d\s*){6}$/, 'Enter the six digits')) })

export interface CodeFormProps {
  onSend: (code: string) => Promise<FormResult<string>>
  onDone: () => void
  onCancel: () => void
}

/** The first code of a new authenticator, which proves that it holds the secret. */
export function CodeForm({ onSend, onDone, onCancel }: CodeFormProps) {
  const { form, onSubmit, problem, busy } = useSentForm<z.infer<typeof schema>>({
    schema,
    defaultValues: { code: '' },
    send: async ({ code }) => {
      const result = await onSend(code.replaceAll(/\s/g, ''))
      if (result.ok) return result
      return { ok: false, message: result.message, field: result.field === 'code' ? 'code' : undefined }
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
      <TextField
        {...form.register('code')}
        label="Code of the app"
        hint="Six digits; a new one comes every half minute"
        autoComplete="one-time-code"
        inputMode="numeric"
        error={form.formState.errors.code?.message}
      />
      <FormActions busy={busy} onCancel={onCancel}>
        Turn it on
      </FormActions>
    </form>
  )
}
