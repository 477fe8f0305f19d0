import { Controller } from 'react-hook-form'
import * as z from 'zod/mini'
import type { ConnectionSecretField } from '../../apollo/generated/graphql.ts'
import { Button } from '../../components/button.tsx'
import { FormProblem } from '../../components/form-problem.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { TextField } from '../../components/text-field.tsx'
import type { FormResult } from '../../lib/form-result.ts'
import { useSentForm } from '../../lib/use-sent-form.ts'
import { secretSchema } from './secret-schema.ts'

const overlaps = [
  { value: '0', label: 'Not at all' },
  { value: '24', label: 'For 24 hours' },
  { value: '72', label: 'For 3 days' },
  { value: '168', label: 'For a week' },
] as const

const schema = z.object({ secret: secretSchema, overlapHours: z.string() })

type Values = z.infer<typeof schema>

export interface NewSecret {
  secret: string
  /** For how long the one before stays valid. */
  overlapHours: number
}

export interface SecretFormProps {
  field: ConnectionSecretField
  /** Whether one is on file, that this one replaces. */
  replaces: boolean
  onSend: (secret: NewSecret) => Promise<FormResult<'secret' | 'overlapHours'>>
  onDone: () => void
  onCancel?: () => void
}

/** A secret to put on file. The webhook secret that it replaces may stay valid for a while, since both are in use meanwhile. */
export function SecretForm({ field, replaces, onSend, onDone, onCancel }: SecretFormProps) {
  const overlapping = replaces && field === 'WEBHOOK_SECRET'
  const { form, onSubmit, problem, busy } = useSentForm<Values>({
    schema,
    defaultValues: { secret: '', overlapHours: overlapping ? '24' : '0' },
    send: ({ secret, overlapHours }) => onSend({ secret, overlapHours: Number(overlapHours) }),
    onDone,
  })
  const { errors } = form.formState
  const what = field === 'WEBHOOK_SECRET' ? 'signing secret' : 'API key'
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
        {...form.register('secret')}
        label={replaces ? `New ${what}` : `${what.charAt(0).toUpperCase()}${what.slice(1)}`}
        autoComplete="off"
        spellCheck={false}
        hint="Kept sealed. Only its last four characters are shown again."
        error={errors.secret?.message}
      />
      {overlapping && (
        <Controller
          control={form.control}
          name="overlapHours"
          render={({ field: overlap }) => (
            <SelectField
              label="The old one stays valid"
              options={overlaps}
              value={overlap.value}
              onChange={overlap.onChange}
              onBlur={overlap.onBlur}
              hint="Deliveries signed with either are let in until then."
              error={errors.overlapHours?.message}
            />
          )}
        />
      )}
      <div className="flex flex-wrap justify-end gap-2">
        {onCancel && (
          <Button size="md" onClick={onCancel}>
            Cancel
          </Button>
        )}
        <Button size="md" variant="primary" type="submit" busy={busy}>
          {replaces ? `Replace the ${what}` : `Save the ${what}`}
        </Button>
      </div>
    </form>
  )
}
