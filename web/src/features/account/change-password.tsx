import { useState } from 'react'
import * as z from 'zod/mini'
import { Button } from '../../components/button.tsx'
import { FormActions } from '../../components/form-actions.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { FormProblem } from '../../components/form-problem.tsx'
import { notify } from '../../components/notify.ts'
import { PasswordField } from '../../components/text-field.tsx'
import type { FormResult } from '../../lib/form-result.ts'
import { useSentForm } from '../../lib/use-sent-form.ts'

const schema = z.object({
  current: z.string().check(z.minLength(1, 'Enter the password that you have')),
  next: z.string().check(z.minLength(10, 'Use at least 10 characters'), z.maxLength(200, 'Use at most 200 characters')),
})

export interface ChangePasswordProps {
  onSend: (current: string, next: string) => Promise<FormResult<string> & { code?: string }>
  /** Sessions elsewhere have ended. */
  onDone: () => void
}

/** A button, and behind it the old password and the new. */
export function ChangePassword({ onSend, onDone }: ChangePasswordProps) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size="md" variant="quiet" onClick={() => setOpen(true)}>
        Change the password
      </Button>
      {open && (
        <Dialog
          open
          onOpenChange={setOpen}
          title="Change your password"
          description="You stay signed in here, and are signed out everywhere else."
          actions={null}
        >
          <ChangeForm
            onSend={onSend}
            onDone={() => {
              setOpen(false)
              notify.done('Your password was changed')
              onDone()
            }}
            onCancel={() => setOpen(false)}
          />
        </Dialog>
      )}
    </>
  )
}

function ChangeForm({ onSend, onDone, onCancel }: ChangePasswordProps & { onCancel: () => void }) {
  const { form, onSubmit, problem, busy } = useSentForm<z.infer<typeof schema>>({
    schema,
    defaultValues: { current: '', next: '' },
    send: async ({ current, next }) => {
      const result = await onSend(current, next)
      if (result.ok) return result
      const { message, code } = result
      if (code === 'INVALID_PASSWORD') return { ok: false, message, field: 'current' }
      return { ok: false, message, field: result.field === 'password' ? 'next' : undefined }
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
      <PasswordField
        {...form.register('current')}
        label="The password that you have"
        autoComplete="current-password"
        error={errors.current?.message}
      />
      <PasswordField
        {...form.register('next')}
        label="The new one"
        autoComplete="new-password"
        hint="At least 10 characters"
        error={errors.next?.message}
      />
      <FormActions busy={busy} onCancel={onCancel}>
        Change the password
      </FormActions>
    </form>
  )
}
