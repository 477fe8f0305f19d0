import { Controller } from 'react-hook-form'
import * as z from 'zod/mini'
import { FormActions } from '../../components/form-actions.tsx'
import { FormFrame } from '../../components/form-frame.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { TextField } from '../../components/text-field.tsx'
import type { FormResult } from '../../lib/form-result.ts'
import { useSentForm } from '../../lib/use-sent-form.ts'
import { secretSchema } from './secret-schema.ts'

const overlapOptions = [
  { value: '0', label: 'Not at all' },
  { value: '24', label: 'For 24 hours' },
  { value: '72', label: 'For 3 days' },
  { value: '168', label: 'For a week' },
] as const

const schema = z.object({ secret: secretSchema, overlapHours: z.string() })
const schemaOfMade = z.object({ secret: z.string(), overlapHours: z.string() })

type Values = z.infer<typeof schema>

export interface NewSecret {
  secret: string
  /** For how long the one before stays valid. */
  overlapHours: number
}

export interface SecretFormProps {
  /** What it is called: `signing secret`. */
  what: string
  /** Whether webhooks are proven with it: then the one before may stay valid for a while. */
  overlaps: boolean
  /** Whether Clinch makes it: then there is nothing to enter, and the secret that is sent is empty. */
  made?: boolean
  /** Whether one is on file, that this one replaces. */
  replaces: boolean
  onSend: (secret: NewSecret) => Promise<FormResult<'secret' | 'overlapHours'>>
  onDone: () => void
  onCancel?: () => void
}

/** A secret to put on file. The webhook secret that it replaces may stay valid for a while, since both are in use meanwhile. */
export function SecretForm({ what, overlaps, made = false, replaces, onSend, onDone, onCancel }: SecretFormProps) {
  const overlapping = replaces && overlaps
  const { form, onSubmit, problem, busy } = useSentForm<Values>({
    schema: made ? schemaOfMade : schema,
    defaultValues: { secret: '', overlapHours: overlapping ? '24' : '0' },
    send: ({ secret, overlapHours }) => onSend({ secret, overlapHours: Number(overlapHours) }),
    onDone,
  })
  const { errors } = form.formState
  return (
    <FormFrame onSubmit={onSubmit} problem={problem}>
      {made ? (
        <p className="text-pretty">Clinch makes a new one of 256 random bits, and shows it once.</p>
      ) : (
        <TextField
          {...form.register('secret')}
          label={replaces ? `New ${what}` : `${what.charAt(0).toUpperCase()}${what.slice(1)}`}
          autoComplete="off"
          spellCheck={false}
          hint="Kept sealed. Only its last four characters are shown again."
          error={errors.secret?.message}
        />
      )}
      {overlapping && (
        <Controller
          control={form.control}
          name="overlapHours"
          render={({ field: overlap }) => (
            <SelectField
              label="The old one stays valid"
              options={overlapOptions}
              value={overlap.value}
              onChange={overlap.onChange}
              onBlur={overlap.onBlur}
              hint="Deliveries with either are let in until then."
              error={errors.overlapHours?.message}
            />
          )}
        />
      )}
      <FormActions busy={busy} onCancel={onCancel}>
        {replaces ? `Replace the ${what}` : `Save the ${what}`}
      </FormActions>
    </FormFrame>
  )
}
