import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { classNames } from '../lib/class-names.ts'
import { DragHandle } from './drag-handle.tsx'
import { useReorder } from './use-reorder.ts'

export interface SortableListProps<Row> {
  label: string
  rows: readonly Row[]
  rowId: (row: Row) => string
  rowName: (row: Row) => string
  /** Takes the whole order once a row has come to rest. Does not reject: what failed is said by it, and shown as it was. */
  onSort: (ids: readonly string[]) => Promise<void>
  /** What stands in a row, after what it is moved by. */
  children: (row: Row) => ReactNode
}

/** How long a row rests before its place is stored: somebody who presses an arrow key may press it again. */
const restMs = 600

/** Rows in an order that is asked for; what it does not name stands at the end. */
function inOrder<Row>(
  rows: readonly Row[],
  rowId: (row: Row) => string,
  order: readonly string[] | null,
): readonly Row[] {
  if (order === null) return rows
  const place = (row: Row) => {
    const at = order.indexOf(rowId(row))
    return at === -1 ? order.length : at
  }
  return [...rows].sort((a, b) => place(a) - place(b))
}

/** Ruled rows that people put into an order, by pointer, thumb or keys. */
export function SortableList<Row>({ label, rows, rowId, rowName, onSort, children }: SortableListProps<Row>) {
  const [order, setOrder] = useState<readonly string[] | null>(null)
  const [said, setSaid] = useState('')
  const shown = inOrder(rows, rowId, order)
  const ids = shown.map(rowId)
  const { list, dragged, handle } = useReorder<HTMLOListElement>({
    ids,
    onMove: (id, to) => {
      const others = ids.filter((each) => each !== id)
      setOrder([...others.slice(0, to), id, ...others.slice(to)])
      const row = rows.find((each) => rowId(each) === id)
      if (row) setSaid(`${rowName(row)} is ${to + 1} of ${ids.length}`)
    },
  })
  const latest = useRef({ ids, onSort })
  useLayoutEffect(() => {
    latest.current = { ids, onSort }
  })
  const isWaiting = useRef(false)
  useEffect(() => {
    if (order === null || dragged !== null) return
    isWaiting.current = true
    const timer = setTimeout(() => {
      isWaiting.current = false
      // A row that is moved on meanwhile is stored by a timer of its own.
      void latest.current.onSort(latest.current.ids).then(() => setOrder((now) => (now === order ? null : now)))
    }, restMs)
    return () => clearTimeout(timer)
  }, [order, dragged])
  // Whoever leaves before it is stored has put it into this order all the same.
  useEffect(
    () => () => {
      if (isWaiting.current) void latest.current.onSort(latest.current.ids)
    },
    [],
  )
  return (
    <>
      <ol ref={list} aria-label={label} className="border-t border-line">
        {shown.map((row) => {
          const id = rowId(row)
          return (
            <li
              key={id}
              className={classNames(
                'flex min-h-11 items-center gap-1 border-b border-line',
                id === dragged && 'bg-accent-soft',
              )}
            >
              {shown.length > 1 && <DragHandle {...handle(id)} name={rowName(row)} />}
              {children(row)}
            </li>
          )
        })}
      </ol>
      <p aria-live="polite" className="sr-only">
        {said}
      </p>
    </>
  )
}
