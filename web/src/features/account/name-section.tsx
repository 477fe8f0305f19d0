import type { ReactNode } from 'react'
import * as z from 'zod/mini'
import { Button } from '../../components/button.tsx'
import { FormProblem } from '../../components/form-problem.tsx'
import { Section } from '../../components/section.tsx'
import { TextField } from '../../components/text-field.tsx'
import type { FormResult } from '../../lib/form-result.ts'
import { useSentForm } from '../../lib/use-sent-form.ts'

const schema = z.object({
  name: z.string().check(z.trim(), z.minLength(1, 'Enter your name'), z.maxLength(120, 'Use at most 120 characters')),
})

export interface NameSectionProps {
  name: string
  email: string
  onSend: (name: string) => Promise<FormResult<string>>
  onDone: () => void
  /** Stands beside the button: what else there is to change. */
  children?: ReactNode
}

/** What others call the person, and the address that they sign in with. */
export function NameSection({ name, email, onSend, onDone, children }: NameSectionProps) {
  const { form, onSubmit, problem, busy } = useSentForm<z.infer<typeof schema>>({
    schema,
    defaultValues: { name },
    send: async (values) => {
      const result = await onSend(values.name)
      if (!result.ok) return { ok: false, message: result.message }
      form.reset(values)
      return result
    },
    onDone,
  })
  const { errors, isDirty } = form.formState
  return (
    <Section title="You">
      <form
        noValidate
        className="mt-3 flex max-w-110 flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          void onSubmit()
        }}
      >
        <FormProblem message={problem} />
        <TextField {...form.register('name')} label="Name" autoComplete="name" error={errors.name?.message} />
        <p className="text-fg-2">
          You sign in with <span className="break-words text-fg">{email}</span>.
        </p>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button size="md" type="submit" busy={busy} disabled={!isDirty}>
            Save the name
          </Button>
          {children}
        </div>
      </form>
    </Section>
  )
}
