import type { FieldKind } from '@clinch/schema/fields'
import type { FieldRow } from './field-row.ts'

const contactKinds: readonly FieldKind[] = ['email', 'phone']
const freeKinds: readonly FieldKind[] = ['text', 'long_text', 'url']

/** Whether it is made to say how to reach somebody. */
export const isContact = ({ kind }: Pick<FieldRow, 'kind'>): boolean => contactKinds.includes(kind)

/** Whether people write into it what they like, and so may say how to reach somebody. */
export const isFreeText = ({ kind }: Pick<FieldRow, 'kind'>): boolean => freeKinds.includes(kind)

/** As few digits as a number has that somebody can be called by, however they stand in the text. */
const fewestDigits = 7

/**
 * Whether a value says how to reach somebody: an address or a number is in it. It is kept back whole, as are the answers to a booking form
 * of which the same is true; what is masked is guessed from what is left.
 */
export function saysContact(field: Pick<FieldRow, 'kind'>, value: unknown): boolean {
  if (isContact(field)) return true
  if (!isFreeText(field) || typeof value !== 'string') return false
  return /[@＠]/u.test(value) || (value.match(/\p{Nd}/gu)?.length ?? 0) >= fewestDigits
}
