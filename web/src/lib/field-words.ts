import type { FieldDefinition, FieldValue } from '@clinch/schema/fields'
import { formatDay } from './format-date.ts'
import { formatMoney } from './format-money.ts'

/** The value of an own field in words, as the definition had it under which it was filed. */
export function valueWords({ kind, options }: FieldDefinition, value: FieldValue, locale: string): string {
  const labelOf = (key: string) => options.find((option) => option.key === key)?.label ?? key
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (typeof value === 'number') return new Intl.NumberFormat(locale, { maximumFractionDigits: 20 }).format(value)
  if (typeof value === 'string') {
    if (kind === 'select') return labelOf(value)
    return kind === 'date' ? formatDay(value, { locale }) : value
  }
  if ('amount' in value) return formatMoney(value, { locale })
  return value.map(labelOf).join(', ')
}
