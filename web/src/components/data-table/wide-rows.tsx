import { useEffect, useRef, useState, type MouseEvent } from 'react'
import { Link, useNavigate } from 'react-router'
import { classNames } from '../../lib/class-names.ts'
import { useElementWidth } from '../../lib/use-element-width.ts'
import { Checkbox } from '../checkbox.tsx'
import { cellClass, fitColumns } from './column.ts'
import type { DataTableProps } from './data-table-props.ts'
import { HeadCell } from './head-cell.tsx'
import { useRowKeys } from './use-row-keys.ts'
import { useVirtualRows } from './use-virtual-rows.ts'

const rowHeightPx = 36
const headHeightPx = 32
const checkWidthPx = 46

const pressable = 'a, button, input, label, [role="checkbox"]'

/** Held down by those who want a link elsewhere: another tab, a window. */
const isModified = (event: MouseEvent): boolean => event.metaKey || event.ctrlKey || event.shiftKey

/** The table itself: a grid whose rows take the focus one at a time. */
export function WideRows<Row>(props: DataTableProps<Row>) {
  const {
    label,
    rows,
    rowId,
    rowName,
    rowTo,
    onOpen,
    openId = null,
    onClose,
    selectedIds,
    onSelect,
    freshIds,
    totalCount,
  } = props
  const [wrapperRef, widthPx] = useElementWidth<HTMLDivElement>(1200)
  const focusWanted = useRef(false)
  const [activeId, setActiveId] = useState<string | null>(null)
  const navigate = useNavigate()
  const virtualizer = useVirtualRows({
    count: rows.length,
    rowHeightPx,
    headHeightPx,
    scrollRef: wrapperRef,
    hasMore: props.hasMore ?? false,
    onReachEnd: props.onReachEnd,
    listKey: props.listKey,
  })
  const drawn = virtualizer.getVirtualItems()
  const activeIndex = rows.findIndex((row) => rowId(row) === (activeId ?? openId))
  const tabStop = drawn.some((item) => item.index === activeIndex) ? activeIndex : (drawn[0]?.index ?? 0)

  // A row that is scrolled to exists only after the next drawing; the focus follows then.
  useEffect(() => {
    if (!focusWanted.current) return
    const row = wrapperRef.current?.querySelector<HTMLElement>('tr[data-active]')
    if (!row) return
    focusWanted.current = false
    row.focus({ preventScroll: true })
  })

  const open = (row: Row) => {
    if (onOpen) onOpen(row)
    else if (rowTo) void navigate(rowTo(row))
  }
  const toggle = (id: string) => {
    const next = new Set(selectedIds)
    if (!next.delete(id)) next.add(id)
    onSelect?.(next)
  }

  useRowKeys(wrapperRef, {
    onMove: (step) => {
      const index = Math.max(
        0,
        Math.min(rows.length - 1, activeIndex === -1 ? (step === 1 ? 0 : rows.length - 1) : activeIndex + step),
      )
      const row = rows[index]
      if (!row) return
      focusWanted.current = true
      setActiveId(rowId(row))
      virtualizer.scrollToIndex(index)
    },
    onOpen: () => {
      const row = rows[activeIndex]
      if (row) open(row)
    },
    onToggle: () => {
      const row = rows[activeIndex]
      if (row && selectedIds) toggle(rowId(row))
    },
    onEscape: () => {
      if (selectedIds && selectedIds.size > 0) onSelect?.(new Set())
      else if (openId !== null && onClose) onClose()
      else return false
      return true
    },
  })

  const onRowClick = (event: MouseEvent, row: Row) => {
    setActiveId(rowId(row))
    const target = event.target instanceof Element ? event.target : null
    // The strong cell's own link opens as the row does, unless it goes elsewhere: to another tab, or to the record's page.
    const handed = target?.closest('a[data-row-link]') && event.defaultPrevented
    if (isModified(event) || (target?.closest(pressable) && !(handed && onOpen))) return
    open(row)
  }

  const selectable = selectedIds !== undefined && onSelect !== undefined
  const checkPx = selectable ? checkWidthPx : 0
  const { shown: columns, leastWidthPx } = fitColumns(props.columns, widthPx - checkPx)
  const span = columns.length + (selectable ? 1 : 0)
  const above = drawn[0]?.start ?? 0
  const below = virtualizer.getTotalSize() - (drawn.at(-1)?.end ?? 0)

  return (
    <div ref={wrapperRef} className="min-h-0 flex-1 overflow-auto">
      <table
        role="grid"
        aria-label={label}
        aria-rowcount={(totalCount ?? (props.hasMore ? -2 : rows.length)) + 1}
        aria-multiselectable={selectable || undefined}
        style={{ minWidth: leastWidthPx + checkPx }}
        className="w-full table-fixed border-separate border-spacing-0"
      >
        <colgroup>
          {selectable && <col style={{ width: checkWidthPx }} />}
          {columns.map((column) => (
            <col key={column.id} style={column.width === undefined ? undefined : { width: column.width }} />
          ))}
        </colgroup>
        <thead className="sticky top-0 z-10 bg-surface">
          <tr aria-rowindex={1}>
            {selectable && (
              <th scope="col" className="h-8 border-b border-line pr-2 pl-4 text-left md:pl-6">
                <Checkbox
                  labelHidden
                  label="Select all rows loaded"
                  checked={
                    selectedIds.size === 0
                      ? false
                      : rows.every((row) => selectedIds.has(rowId(row)))
                        ? true
                        : 'indeterminate'
                  }
                  onChange={(checked) => onSelect(new Set(checked ? rows.map(rowId) : []))}
                />
              </th>
            )}
            {columns.map((column) => (
              <HeadCell key={column.id} column={column} sort={props.sort ?? null} onSort={props.onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {above > 0 && <Spacer heightPx={above} span={span} />}
          {drawn.map((item) => {
            const row = rows[item.index]
            if (!row) return null
            const id = rowId(row)
            const selected = selectedIds?.has(id) ?? false
            return (
              <tr
                key={id}
                aria-rowindex={item.index + 2}
                aria-selected={selectable ? selected : openId === id || undefined}
                data-active={id === activeId || undefined}
                tabIndex={item.index === tabStop ? 0 : -1}
                onFocus={(event) => event.target === event.currentTarget && setActiveId(id)}
                onClick={(event) => onRowClick(event, row)}
                className={classNames(
                  'group h-(--row) cursor-default outline-none focus-visible:shadow-none',
                  selected || openId === id
                    ? '[&>td]:bg-accent-soft'
                    : 'hover:[&>td]:bg-(--hover) focus-visible:[&>td]:bg-(--hover)',
                  freshIds?.has(id) && '[&>td]:animate-[tint_2s_var(--ease-out)]',
                )}
              >
                {selectable && (
                  <td className="border-b border-line pr-2 pl-4 group-focus-visible:shadow-[inset_2px_0_0_var(--accent)] md:pl-6">
                    <Checkbox
                      labelHidden
                      label={`Select ${rowName(row)}`}
                      tabIndex={-1}
                      checked={selected}
                      onChange={() => toggle(id)}
                    />
                  </td>
                )}
                {columns.map((column) => (
                  <td
                    key={column.id}
                    className={classNames(
                      'overflow-hidden border-b border-line px-2 text-ellipsis whitespace-nowrap first:pl-4 last:pr-4 md:first:pl-6 md:last:pr-6',
                      'group-focus-visible:first:shadow-[inset_2px_0_0_var(--accent)]',
                      cellClass(column),
                    )}
                  >
                    {column.tone === 'strong' && rowTo ? (
                      <Link
                        data-row-link
                        to={rowTo(row)}
                        tabIndex={-1}
                        className="rounded-xs"
                        onClick={(event) => onOpen && !isModified(event) && event.preventDefault()}
                      >
                        {column.cell(row)}
                      </Link>
                    ) : (
                      column.cell(row)
                    )}
                  </td>
                ))}
              </tr>
            )
          })}
          {below > 0 && <Spacer heightPx={below} span={span} />}
        </tbody>
      </table>
    </div>
  )
}

/** Stands for the rows that are not drawn. */
function Spacer({ heightPx, span }: { heightPx: number; span: number }) {
  return (
    <tr aria-hidden role="presentation">
      <td role="presentation" colSpan={span} style={{ height: heightPx }} className="p-0" />
    </tr>
  )
}
