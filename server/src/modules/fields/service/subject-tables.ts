import type { FieldSubject } from './field-row.ts'

/** Where the values of each subject are kept, in the column `custom_fields`. */
export const tableOf: Readonly<Record<FieldSubject, 'leads' | 'events' | 'payments'>> = {
  lead: 'leads',
  event: 'events',
  payment: 'payments',
}
