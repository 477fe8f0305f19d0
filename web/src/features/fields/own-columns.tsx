import type { Column } from '../../components/data-table/column.ts'
import { kindOf, type WireField, type WireValue } from './field-parts.ts'
import { ValueWords } from './value-words.tsx'

/** A row of a list whose own fields may have been asked for. */
export interface OwnRow {
  customFields?: readonly WireValue[] | undefined
}

/** A list's columns with those of own fields that are chosen after them. */
export function withOwnColumns<Row>(
  columns: readonly Column<Row>[],
  fields: readonly WireField[],
  chosen: readonly string[],
  locale: string,
): readonly Column<Row & OwnRow>[] {
  const own = fields.filter(({ key }) => chosen.includes(key)).map((field) => ownColumn(field, locale))
  return [...columns, ...own]
}

function ownColumn(field: WireField, locale: string): Column<OwnRow> {
  const kind = kindOf(field)
  return {
    id: `field:${field.key}`,
    header: field.label,
    width: kind === 'long_text' || kind === 'text' || kind === 'url' ? 176 : 128,
    narrow: 'none',
    ...((kind === 'number' || kind === 'money') && { align: 'end' as const }),
    cell: (row) => {
      const value = row.customFields?.find(({ key }) => key === field.key)
      return value && <ValueWords value={value} locale={locale} />
    },
  }
}
