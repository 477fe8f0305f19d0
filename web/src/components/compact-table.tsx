import { classNames } from '../lib/class-names.ts'
import { useElementWidth } from '../lib/use-element-width.ts'
import { cellClass, fitColumns, type Column } from './data-table/column.ts'

export interface CompactTableProps<Row> {
  label: string
  /** Give those that may go on a phone a `drop`, and all a `width` to reckon with. */
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowId: (row: Row) => string
}

/** A few rows inside a section, 28 px high and without rules: a leaderboard, the effect of a change. */
export function CompactTable<Row>({ label, columns, rows, rowId }: CompactTableProps<Row>) {
  const [ref, widthPx] = useElementWidth<HTMLDivElement>(640)
  const { shown, leastWidthPx } = fitColumns(columns, widthPx)
  const overflows = leastWidthPx > widthPx
  return (
    <div
      ref={ref}
      className="-mx-2 mt-2 overflow-x-auto"
      {...(overflows ? { tabIndex: 0, role: 'region', 'aria-label': `${label}, scrolls sideways` } : {})}
    >
      <table aria-label={label} className="w-full border-separate border-spacing-0">
        <thead>
          <tr>
            {shown.map((column) => (
              <th
                key={column.id}
                scope="col"
                style={{ width: column.width }}
                className={classNames(
                  'h-7 border-b border-line px-2 text-small font-medium whitespace-nowrap text-fg-3',
                  column.align === 'end' ? 'text-right' : 'text-left',
                )}
              >
                {column.headerHidden ? <span className="sr-only">{column.header}</span> : column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowId(row)}>
              {shown.map((column) => (
                <td
                  key={column.id}
                  className={classNames('h-(--row-compact) px-2 whitespace-nowrap', cellClass(column))}
                >
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
