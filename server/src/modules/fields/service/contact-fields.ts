import type { FieldKind } from '@clinch/schema/fields'
import { saysContact } from '../../organizations/service/index.ts'
import type { FieldRow } from './field-row.ts'

const contactKinds: readonly FieldKind[] = ['email', 'phone']
const freeKinds: readonly FieldKind[] = ['text', 'long_text', 'url']

/** Whether it is made to say how to reach somebody. */
export const isContact = ({ kind }: Pick<FieldRow, 'kind'>): boolean => contactKinds.includes(kind)

/** Whether people write into it what they like, and so may say how to reach somebody. */
export const isFreeText = ({ kind }: Pick<FieldRow, 'kind'>): boolean => freeKinds.includes(kind)

/**
 * Whether a value says how to reach somebody: an address or a number is in it. It is kept back whole, as are the answers to a booking form
 * of which the same is true; what is masked is guessed from what is left.
 */
export function isContactValue(field: Pick<FieldRow, 'kind'>, value: unknown): boolean {
  if (isContact(field)) return true
  return isFreeText(field) && typeof value === 'string' && saysContact(value)
}
