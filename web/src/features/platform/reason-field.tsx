import type { ComponentProps } from 'react'
import * as z from 'zod/mini'
import { TextArea } from '../../components/text-field.tsx'

/** A reason as every act of an operator has one. */
export const reasonField = z
  .string()
  .check(z.trim(), z.minLength(1, 'Give a reason'), z.maxLength(500, 'Use at most 500 characters'))

/** Who reads a reason that nobody outside of the platform sees. */
export const ourLog = 'Kept with the act, in our log.'

/** Asks why. Takes what `register('reason')` gives. */
export function ReasonField({ hint = ourLog, ...field }: Omit<ComponentProps<typeof TextArea>, 'label' | 'rows'>) {
  return <TextArea {...field} label="Reason" rows={2} hint={hint} />
}
