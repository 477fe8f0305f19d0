import { zodResolver } from '@hookform/resolvers/zod'
import { useForm, type DefaultValues, type FieldValues, type Path, type UseFormReturn } from 'react-hook-form'
import { useState } from 'react'
import type * as z from 'zod/mini'
import type { FormResult, WayOut } from './form-result.ts'

export interface SentForm<Values extends FieldValues> {
  form: UseFormReturn<Values>
  /** For the form's `onSubmit`. */
  onSubmit: () => Promise<void>
  /** What is wrong with the form as a whole. */
  problem: { message: string; wayOut?: WayOut } | undefined
  busy: boolean
}

export interface SentFormInput<Values extends FieldValues> {
  schema: z.ZodMiniType<Values, Values>
  defaultValues: DefaultValues<Values>
  send: (values: Values) => Promise<FormResult<Path<Values>>>
  onDone: () => void
}

/**
 * A form that is checked by its schema, sent once, and keeps what was typed whatever comes back. The first field that is wrong takes
 * the focus; a refusal without a field stands over the form.
 */
export function useSentForm<Values extends FieldValues>({
  schema,
  defaultValues,
  send,
  onDone,
}: SentFormInput<Values>): SentForm<Values> {
  const form = useForm<Values>({
    resolver: zodResolver(schema),
    defaultValues,
    mode: 'onSubmit',
    reValidateMode: 'onChange',
  })
  const [wayOut, setWayOut] = useState<WayOut>()
  const { errors, isSubmitting } = form.formState
  const onSubmit = form.handleSubmit(async (values) => {
    const result = await send(values)
    if (result.ok) onDone()
    else if (result.field) form.setError(result.field, { message: result.message }, { shouldFocus: true })
    else {
      setWayOut(result.wayOut)
      form.setError('root', { message: result.message })
    }
  })
  return {
    form,
    onSubmit: () => onSubmit(),
    problem: errors.root?.message ? { message: errors.root.message, wayOut } : undefined,
    busy: isSubmitting,
  }
}
