import { Controller } from 'react-hook-form'
import * as z from 'zod/mini'
import { FormActions } from '../../components/form-actions.tsx'
import { Checkbox } from '../../components/checkbox.tsx'
import { FormFrame } from '../../components/form-frame.tsx'
import { SelectField } from '../../components/select-field.tsx'
import type { FormResult } from '../../lib/form-result.ts'
import { useSentForm } from '../../lib/use-sent-form.ts'
import { linkLives } from './portal-link.ts'

const schema = z.object({ lifeDays: z.string(), singleUse: z.boolean() })

type Values = z.infer<typeof schema>

export interface PortalLinkFormProps {
  onSend: (values: { lifeDays: number; singleUse: boolean }) => Promise<FormResult<keyof Values>>
  onCancel: () => void
}

/** How long a new portal link is good, and how often. */
export function PortalLinkForm({ onSend, onCancel }: PortalLinkFormProps) {
  const { form, onSubmit, problem, busy } = useSentForm<Values>({
    schema,
    defaultValues: { lifeDays: '90', singleUse: false },
    send: ({ lifeDays, singleUse }) => onSend({ lifeDays: Number(lifeDays), singleUse }),
    onDone: () => undefined,
  })
  return (
    <FormFrame onSubmit={onSubmit} problem={problem}>
      <Controller
        control={form.control}
        name="lifeDays"
        render={({ field, fieldState }) => (
          <SelectField
            label="Good for"
            options={linkLives}
            value={field.value}
            onChange={field.onChange}
            onBlur={field.onBlur}
            hint="A phone that opened it stays signed in for 30 days at a time, and never longer than this."
            error={fieldState.error?.message}
          />
        )}
      />
      <Controller
        control={form.control}
        name="singleUse"
        render={({ field }) => (
          <div>
            <Checkbox label="Can be opened once" checked={field.value} onChange={field.onChange} />
            <p className="mt-1 pl-5.5 text-small text-pretty text-fg-3">
              Then nobody who comes by the message later gets in with it, and every other phone needs a link of its own.
            </p>
          </div>
        )}
      />
      <FormActions busy={busy} onCancel={onCancel}>
        Create link
      </FormActions>
    </FormFrame>
  )
}
