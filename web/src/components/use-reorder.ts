import {
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
} from 'react'

export interface ReorderInput {
  /** Of the rows, in their order. */
  ids: readonly string[]
  onMove: (id: string, to: number) => void
}

export interface HandleProps {
  'data-handle': string
  onPointerDown: (event: PointerEvent<HTMLElement>) => void
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

export interface Reorder<List extends HTMLElement> {
  /** For the list, whose children are the rows. */
  list: RefObject<List | null>
  /** The row that is being dragged. */
  dragged: string | null
  /** For the button of a row by which it is moved. */
  handle: (id: string) => HandleProps
}

/** Where a row stands among the others if it is held at a height: below each whose middle is above. */
const placeAt = (rows: readonly Element[], held: number, y: number): number =>
  rows.filter((row, index) => {
    if (index === held) return false
    const { top, height } = row.getBoundingClientRect()
    return top + height / 2 < y
  }).length

/** A list whose rows are moved by their handle: dragged by pointer or thumb, or with the arrow keys. */
export function useReorder<List extends HTMLElement>({ ids, onMove }: ReorderInput): Reorder<List> {
  const list = useRef<List>(null)
  const [dragged, setDragged] = useState<string | null>(null)
  const byKey = useRef<string | null>(null)
  const latest = useRef({ ids, onMove })
  useLayoutEffect(() => {
    latest.current = { ids, onMove }
    // A row that moves in the document loses the focus: its handle takes it again.
    const handle =
      byKey.current === null ? null : list.current?.querySelector<HTMLElement>(`[data-handle="${byKey.current}"]`)
    byKey.current = null
    handle?.focus()
  })

  // The row itself moves while it is dragged, and would let go of the pointer: the window keeps hold of it.
  useEffect(() => {
    if (dragged === null) return
    const stop = new AbortController()
    const options = { signal: stop.signal }
    const drag = (event: globalThis.PointerEvent) => {
      const at = latest.current.ids.indexOf(dragged)
      const to = placeAt([...(list.current?.children ?? [])], at, event.clientY)
      if (at !== -1 && to !== at) latest.current.onMove(dragged, to)
    }
    const drop = () => setDragged(null)
    window.addEventListener('pointermove', drag, options)
    window.addEventListener('pointerup', drop, options)
    window.addEventListener('pointercancel', drop, options)
    return () => stop.abort()
  }, [dragged])

  const handle = (id: string): HandleProps => ({
    'data-handle': id,
    onPointerDown: (event) => {
      if (event.button === 0) setDragged(id)
    },
    onKeyDown: (event) => {
      const at = ids.indexOf(id)
      const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: ids.length - 1 }[event.key]
      if (to === undefined) return
      event.preventDefault()
      if (to === at || to < 0 || to >= ids.length) return
      byKey.current = id
      onMove(id, to)
    },
  })
  return { list, dragged, handle }
}
