import { Controller } from 'react-hook-form'
import * as z from 'zod/mini'
import type { EventOutcome, OptionColor } from '../../apollo/generated/graphql.ts'
import { FormActions } from '../../components/form-actions.tsx'
import { FormFrame } from '../../components/form-frame.tsx'
import { PillField } from '../../components/pill-field.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { outcomeLooks } from '../../components/call-looks.ts'
import { TextField } from '../../components/text-field.tsx'
import type { FormResult } from '../../lib/form-result.ts'
import { useSentForm } from '../../lib/use-sent-form.ts'
import { colorName, colors, cssOf, outcomes } from './option-words.ts'

const schema = z.object({
  label: z.string().check(z.trim(), z.minLength(1, 'Give it a name'), z.maxLength(80, 'Use at most 80 characters')),
  color: z.enum(colors),
  /** Of an opportunity status null: it means nothing to figures. */
  outcome: z.nullable(z.enum(outcomes)),
})

export type OptionValues = z.infer<typeof schema>

export interface OptionFormProps {
  values: { label: string; color: OptionColor; outcome: EventOutcome | null }
  /** Why what it means cannot be changed. */
  outcomeFixed?: string
  submitLabel: string
  onSend: (values: OptionValues) => Promise<FormResult<keyof OptionValues>>
  onDone: () => void
  onCancel: () => void
}

const outcomeOptions = outcomes.map((value) => ({ value, label: outcomeLooks[value].label }))
const colorOptions = colors.map((value) => ({ value, label: colorName(value), color: cssOf(value) }))

/** An outcome or a status: what it is called, what marks it, and what an outcome means to figures. */
export function OptionForm({ values, outcomeFixed, submitLabel, onSend, onDone, onCancel }: OptionFormProps) {
  const { form, onSubmit, problem, busy } = useSentForm<OptionValues>({
    schema,
    defaultValues: values,
    send: onSend,
    onDone,
  })
  const { errors } = form.formState
  return (
    <FormFrame onSubmit={onSubmit} problem={problem}>
      <TextField {...form.register('label')} label="Name" autoComplete="off" error={errors.label?.message} />
      {values.outcome !== null && (
        <Controller
          control={form.control}
          name="outcome"
          render={({ field }) => (
            <SelectField
              label="Means"
              options={outcomeOptions}
              value={field.value}
              onChange={field.onChange}
              onBlur={field.onBlur}
              disabled={outcomeFixed !== undefined}
              hint={outcomeFixed ?? 'Figures count it as this. It cannot be changed once a form says it.'}
              error={errors.outcome?.message}
            />
          )}
        />
      )}
      <Controller
        control={form.control}
        name="color"
        render={({ field }) => (
          <PillField
            label="Colour"
            options={colorOptions}
            selected={[field.value]}
            onChange={([color]) => color !== undefined && field.onChange(color)}
            error={errors.color?.message}
          />
        )}
      />
      <FormActions busy={busy} onCancel={onCancel}>
        {submitLabel}
      </FormActions>
    </FormFrame>
  )
}
