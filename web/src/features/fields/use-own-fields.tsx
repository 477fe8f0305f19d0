import { useMemo } from 'react'
import type { CustomFieldSubject } from '../../apollo/generated/graphql.ts'
import { ColumnChooser } from '../../components/column-chooser.tsx'
import type { Column } from '../../components/data-table/column.ts'
import { useFormatSettings } from '../../lib/format-settings.ts'
import { useViewer } from '../../lib/viewer.ts'
import { withOwnColumns } from './own-columns.tsx'
import { ownFilters } from './own-filters.ts'
import { demandedOf } from './use-demanded-fields.ts'
import { useCustomFields } from './use-custom-fields.ts'

interface ListState {
  /** What is asked of own fields. */
  field: readonly string[]
  /** Own fields that have a column. */
  column: readonly string[]
}

/** What the organization's own fields add to a list: filters, columns and their choice, and what a record that is entered has to answer. */
export function useOwnFields<Row>(
  subject: CustomFieldSubject,
  { field: terms, column }: ListState,
  onChange: (change: Partial<ListState>) => void,
  columns: readonly Column<Row>[],
) {
  const fields = useCustomFields(subject)
  const { organization } = useViewer()
  const { locale } = useFormatSettings()
  return {
    filters: ownFilters({ fields, terms, onChange: (field) => onChange({ field }), currency: organization.currency }),
    columns: useMemo(() => withOwnColumns(columns, fields, column, locale), [columns, fields, column, locale]),
    demanded: demandedOf(fields),
    chooser: (
      <ColumnChooser
        options={fields.map(({ key, label }) => ({ value: key, label }))}
        chosen={column}
        onChange={(chosen) => onChange({ column: chosen })}
      />
    ),
  }
}
