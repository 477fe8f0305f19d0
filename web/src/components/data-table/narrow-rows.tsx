import { useRef } from 'react'
import { Link } from 'react-router'
import { classNames } from '../../lib/class-names.ts'
import type { Column } from './column.ts'
import type { DataTableProps } from './data-table-props.ts'
import { useVirtualRows } from './use-virtual-rows.ts'

const rowHeightPx = 60

const placed = <Row,>(
  columns: readonly Column<Row>[],
  place: NonNullable<Column<Row>['narrow']>,
): readonly Column<Row>[] =>
  columns.filter(
    (column) =>
      (column.narrow ?? (column.tone === 'strong' ? 'title' : column.align === 'end' ? 'figure' : 'detail')) === place,
  )

/** The same rows on a phone: what names the row and its figure on the first line, the rest below. The whole row is pressed. */
export function NarrowRows<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows, rowId, rowTo, onOpen, openId, freshIds } = props
  const scrollRef = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualRows({
    count: rows.length,
    rowHeightPx,
    headHeightPx: 0,
    scrollRef,
    hasMore: props.hasMore ?? false,
    onReachEnd: props.onReachEnd,
    listKey: props.listKey,
  })
  const [titles, details, figures] = [placed(columns, 'title'), placed(columns, 'detail'), placed(columns, 'figure')]
  const stretched = "rounded-xs text-left after:absolute after:inset-0 after:content-['']"

  return (
    <div ref={scrollRef} className="min-h-0 flex-1 overflow-y-auto">
      <ul aria-label={label} style={{ height: virtualizer.getTotalSize() }} className="relative">
        {virtualizer.getVirtualItems().map((item) => {
          const row = rows[item.index]
          if (!row) return null
          const id = rowId(row)
          const title = titles.map((column) => <span key={column.id}>{column.cell(row)}</span>)
          return (
            <li
              key={id}
              aria-posinset={item.index + 1}
              aria-setsize={props.totalCount ?? (props.hasMore ? -1 : rows.length)}
              style={{ height: rowHeightPx, transform: `translateY(${item.start}px)` }}
              className={classNames(
                'absolute inset-x-0 top-0 flex flex-col justify-center gap-0.5 border-b border-line px-4 active:bg-(--pressed)',
                id === openId && 'bg-accent-soft',
                freshIds?.has(id) && 'animate-[tint_2s_var(--ease-out)]',
              )}
            >
              <div className="flex items-baseline justify-between gap-3">
                <span className="min-w-0 truncate text-reading leading-5 font-medium">
                  {onOpen ? (
                    <button type="button" onClick={() => onOpen(row)} className={stretched}>
                      {title}
                    </button>
                  ) : rowTo ? (
                    <Link to={rowTo(row)} className={stretched}>
                      {title}
                    </Link>
                  ) : (
                    title
                  )}
                </span>
                <span className="flex shrink-0 gap-3">
                  {figures.map((column) => (
                    <span key={column.id} className="empty:hidden">
                      {column.cell(row)}
                    </span>
                  ))}
                </span>
              </div>
              <div className="flex min-w-0 items-center gap-3 overflow-hidden text-small whitespace-nowrap text-fg-2">
                {details.map((column) => (
                  <span key={column.id} className="truncate empty:hidden">
                    {column.cell(row)}
                  </span>
                ))}
              </div>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
