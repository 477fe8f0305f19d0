import { Controller } from 'react-hook-form'
import * as z from 'zod/mini'
import type { ApiKeyScope } from '../../apollo/generated/graphql.ts'
import { FormActions } from '../../components/form-actions.tsx'
import { Checkbox } from '../../components/checkbox.tsx'
import { FormProblem } from '../../components/form-problem.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { TextField } from '../../components/text-field.tsx'
import type { FormResult } from '../../lib/form-result.ts'
import { useSentForm } from '../../lib/use-sent-form.ts'
import { keyLives } from './key-expiry.ts'
import { scopeCode, scopes, scopeWords } from './scope-words.ts'

const schema = z.object({
  name: z.string().check(z.trim(), z.minLength(1, 'Enter a name'), z.maxLength(100, 'Use at most 100 characters')),
  scopes: z.array(z.enum(scopes)).check(z.minLength(1, 'Choose at least one')),
  lifeDays: z.string(),
})

type Values = z.infer<typeof schema>

/** A key to be made; a life of 0 days has no end. */
export interface ApiKeyValues {
  name: string
  scopes: readonly ApiKeyScope[]
  lifeDays: number
}

export interface ApiKeyFormProps {
  onSend: (values: ApiKeyValues) => Promise<FormResult<keyof Values>>
  onDone: () => void
  onCancel: () => void
}

/** What a key is for, what it may do, and when it ends. */
export function ApiKeyForm({ onSend, onDone, onCancel }: ApiKeyFormProps) {
  const { form, onSubmit, problem, busy } = useSentForm<Values>({
    schema,
    defaultValues: { name: '', scopes: [], lifeDays: '90' },
    send: ({ lifeDays, ...values }) => onSend({ ...values, lifeDays: Number(lifeDays) }),
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
        label="Name"
        placeholder="What it is for"
        autoComplete="off"
        error={errors.name?.message}
      />
      <Controller
        control={form.control}
        name="scopes"
        render={({ field }) => (
          <fieldset aria-describedby={errors.scopes ? 'scopes-problem' : undefined}>
            <legend className="mb-1.5 text-small font-medium text-fg-2">What it may do</legend>
            <ul className="flex flex-col gap-1.5">
              {scopes.map((scope) => (
                <li key={scope} className="flex items-center justify-between gap-3">
                  <Checkbox
                    label={scopeWords[scope]}
                    checked={field.value.includes(scope)}
                    onChange={(checked) => {
                      // In the order of the list, whatever the order of pressing.
                      const wanted = scopes.filter((each) => (each === scope ? checked : field.value.includes(each)))
                      field.onChange(wanted)
                      if (wanted.length > 0) form.clearErrors('scopes')
                    }}
                  />
                  <span className="font-mono text-micro text-fg-3">{scopeCode(scope)}</span>
                </li>
              ))}
            </ul>
            <p
              id="scopes-problem"
              aria-live="polite"
              className={errors.scopes ? 'mt-1 text-small text-bad' : 'sr-only'}
            >
              {errors.scopes?.message}
            </p>
          </fieldset>
        )}
      />
      <Controller
        control={form.control}
        name="lifeDays"
        render={({ field }) => (
          <SelectField
            label="Ends after"
            options={keyLives}
            value={field.value}
            onChange={field.onChange}
            onBlur={field.onBlur}
            hint="A key that ends is one less to be forgotten."
            error={errors.lifeDays?.message}
          />
        )}
      />
      <FormActions busy={busy} onCancel={onCancel}>
        Make the key
      </FormActions>
    </form>
  )
}
