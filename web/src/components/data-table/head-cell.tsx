import { ArrowDown, ArrowUp } from 'lucide-react'
import { classNames } from '../../lib/class-names.ts'
import { nextSort, type Column, type Sort } from './column.ts'

/** A column's head; a button where it sorts. */
export function HeadCell<Row>({
  column,
  sort,
  onSort,
}: {
  column: Column<Row>
  sort: Sort | null
  onSort?: (sort: Sort) => void
}) {
  const current = sort?.column === column.id ? sort.direction : undefined
  const Arrow = current === 'ascending' ? ArrowUp : ArrowDown
  const sortable = column.sortable && onSort
  return (
    <th
      scope="col"
      aria-sort={current ?? (sortable ? 'none' : undefined)}
      className={classNames(
        'h-8 border-b border-line px-2 text-small font-medium whitespace-nowrap text-fg-3 first:pl-4 last:pr-4 md:first:pl-6 md:last:pr-6',
        column.align === 'end' ? 'text-right' : 'text-left',
      )}
    >
      {column.headerHidden ? (
        <span className="sr-only">{column.header}</span>
      ) : sortable ? (
        <button
          type="button"
          onClick={() => onSort(nextSort(column.id, sort))}
          className={classNames(
            '-mx-1 inline-flex h-6 items-center gap-1 rounded-xs px-1 font-medium hover:text-fg',
            column.align === 'end' && 'flex-row-reverse',
          )}
        >
          {column.header}
          {current && <Arrow aria-hidden size={12} strokeWidth={1.75} />}
        </button>
      ) : (
        column.header
      )}
    </th>
  )
}
