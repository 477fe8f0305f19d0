import type { ReactNode } from 'react'
import { Controller } from 'react-hook-form'
import * as z from 'zod/mini'
import { Button } from '../../components/button.tsx'
import { FormProblem } from '../../components/form-problem.tsx'
import type { FormResult } from '../../lib/form-result.ts'
import { useSentForm } from '../../lib/use-sent-form.ts'
import { mappingSchema, type MappingDraft } from './mapping-draft.ts'
import { MappingFields } from './mapping-fields.tsx'

const schema = z.object({ mapping: mappingSchema })

type Values = z.infer<typeof schema>

export interface MappingFormProps {
  of: 'bookings' | 'leads'
  /** As it stands. */
  mapping: MappingDraft
  onSend: (mapping: MappingDraft) => Promise<FormResult<keyof Values>>
  onDone: () => void
  /** What the mapping that is being edited would come to, beside it. */
  preview?: (mapping: MappingDraft) => ReactNode
}

/** Changes where the bookings of a connection name their setter, source and traffic type. */
export function MappingForm({ of, mapping, onSend, onDone, preview }: MappingFormProps) {
  const { form, onSubmit, problem, busy } = useSentForm<Values>({
    schema,
    defaultValues: { mapping },
    send: async (values) => {
      const result = await onSend(values.mapping)
      if (result.ok) form.reset(values)
      return result
    },
    onDone,
  })
  const { errors, isDirty } = form.formState
  const edited = form.watch('mapping')
  const fields = (
    <form
      noValidate
      className="flex max-w-150 flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        void onSubmit()
      }}
    >
      <FormProblem message={problem} />
      <Controller
        control={form.control}
        name="mapping"
        render={({ field }) => (
          <MappingFields of={of} value={field.value} onChange={field.onChange} errors={errors.mapping} />
        )}
      />
      <div className="flex gap-2 border-t border-line pt-4">
        <Button size="md" variant="primary" type="submit" busy={busy} disabled={!isDirty}>
          Save the mapping
        </Button>
        {isDirty && (
          <Button size="md" variant="quiet" onClick={() => form.reset()}>
            Undo the changes
          </Button>
        )}
      </div>
    </form>
  )
  if (!preview) return fields
  return (
    <div className="grid gap-x-10 gap-y-6 xl:grid-cols-[minmax(0,37.5rem)_minmax(0,1fr)]">
      {fields}
      {preview(edited)}
    </div>
  )
}
