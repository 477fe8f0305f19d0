import type { ReactNode } from 'react'
import type { To } from 'react-router'
import type { Column, Sort } from './column.ts'

export interface DataTableProps<Row> {
  /** What the rows are: `Calls`. */
  label: string
  columns: readonly Column<Row>[]
  /** The rows loaded so far, in their order. */
  rows: readonly Row[]
  rowId: (row: Row) => string
  /** Names a row to those who do not see it: used by its checkbox. */
  rowName: (row: Row) => string
  /** Where a row leads. The strong cell becomes a link, so that it can be opened in another tab. */
  rowTo?: (row: Row) => To
  /** Opens a row by a press or Enter; without it the row's own link is followed. */
  onOpen?: (row: Row) => void
  /** The row that is open beside the table. */
  openId?: string | null
  /** Esc, when nothing is selected. */
  onClose?: () => void
  sort?: Sort | null
  onSort?: (sort: Sort) => void
  /** With both, rows can be selected: by their box, by x, all loaded ones by the head's box. */
  selectedIds?: ReadonlySet<string>
  onSelect?: (selectedIds: ReadonlySet<string>) => void
  /** Whether the server has more. */
  hasMore?: boolean
  /** Called once for each length of `rows` when the end comes into sight. */
  onReachEnd?: () => void
  /** Names what is listed, such as its filter and order: when it changes, the table begins at its top again. */
  listKey?: string
  /** How many the filter matches in all, loaded or not. */
  totalCount?: number
  /** Rows that just came in: tinted once. */
  freshIds?: ReadonlySet<string>
  /** Totals that match the filter, in the bar below. */
  footer?: ReactNode
}
