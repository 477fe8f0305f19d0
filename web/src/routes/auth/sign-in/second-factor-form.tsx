import { useState } from 'react'
import { Controller } from 'react-hook-form'
import * as z from 'zod/mini'
import { Button } from '../../../components/button.tsx'
import { Checkbox } from '../../../components/checkbox.tsx'
import { FormProblem } from '../../../components/form-problem.tsx'
import { TextField } from '../../../components/text-field.tsx'
import type { FormResult } from '../../../lib/form-result.ts'
import { useSentForm } from '../../../lib/use-sent-form.ts'

type CodeKind = 'totp' | 'recovery'

const codeSchemas = {
  totp: z.string().check(z.regex(/^\s*(\d\s*){6}$/, 'Enter the six digits')),
  recovery: z.string().check(z.trim(), z.minLength(1, 'Enter a recovery code')),
} satisfies Record<CodeKind, z.ZodMiniType<string, string>>

const words = {
  totp: { label: 'Code', hint: 'Six digits, from your authenticator app', other: 'Use a recovery code' },
  recovery: {
    label: 'Recovery code',
    hint: 'One of those that you kept when you turned this on. It works once',
    other: 'Use the authenticator app',
  },
} as const

interface Values {
  code: string
  trustDevice: boolean
}

export interface SecondFactorFormProps {
  confirm: (input: Values & { kind: CodeKind }) => Promise<FormResult<string>>
  /** The session is there. */
  onDone: () => void
  /** Back to the password. */
  onBack: () => void
}

/** The second step of signing in: a code of the authenticator app, or one of the recovery codes. */
export function SecondFactorForm(props: SecondFactorFormProps) {
  const [kind, setKind] = useState<CodeKind>('totp')
  return <CodeForm key={kind} {...props} kind={kind} onOther={() => setKind(kind === 'totp' ? 'recovery' : 'totp')} />
}

function CodeForm({
  kind,
  confirm,
  onDone,
  onBack,
  onOther,
}: SecondFactorFormProps & { kind: CodeKind; onOther: () => void }) {
  const { form, onSubmit, problem, busy } = useSentForm<Values>({
    schema: z.object({ code: codeSchemas[kind], trustDevice: z.boolean() }),
    defaultValues: { code: '', trustDevice: false },
    send: async ({ code, trustDevice }) => {
      const result = await confirm({ code: code.replaceAll(/\s/g, ''), kind, trustDevice })
      if (result.ok || result.field !== 'code') return result.ok ? result : { ok: false, message: result.message }
      return { ...result, field: 'code' }
    },
    onDone,
  })
  const { label, hint, other } = words[kind]
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
        autoFocus
        label={label}
        hint={hint}
        size="lg"
        autoComplete="one-time-code"
        inputMode={kind === 'totp' ? 'numeric' : 'text'}
        autoCapitalize="none"
        spellCheck={false}
        error={form.formState.errors.code?.message}
      />
      <Controller
        control={form.control}
        name="trustDevice"
        render={({ field }) => (
          <Checkbox
            label="Ask for no code on this device for 30 days"
            checked={field.value}
            onChange={field.onChange}
          />
        )}
      />
      <Button type="submit" variant="primary" size="lg" block busy={busy}>
        Sign in
      </Button>
      <div className="flex flex-wrap justify-between gap-2">
        <Button variant="quiet" onClick={onOther}>
          {other}
        </Button>
        <Button variant="quiet" onClick={onBack}>
          Back
        </Button>
      </div>
    </form>
  )
}
