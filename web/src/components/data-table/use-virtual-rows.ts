import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { useEffect, useEffectEvent, useRef, type RefObject } from 'react'

/** More is asked for when this many rows or fewer lie below the last one drawn. */
const reachRows = 12

export interface VirtualRowsInput {
  count: number
  rowHeightPx: number
  /** Height of a sticky head, so that a row scrolled to is not under it. */
  headHeightPx: number
  scrollRef: RefObject<HTMLDivElement | null>
  hasMore: boolean
  onReachEnd?: () => void
  /** Names the list: another one begins at its top. */
  listKey?: string
}

/** Draws only the rows in sight, and asks for more once for each length when the end comes near. */
export function useVirtualRows({
  count,
  rowHeightPx,
  headHeightPx,
  scrollRef,
  hasMore,
  onReachEnd,
  listKey,
}: VirtualRowsInput): Virtualizer<HTMLDivElement, Element> {
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scrollRef.current,
    estimateSize: () => rowHeightPx,
    overscan: 12,
    scrollPaddingStart: headHeightPx,
  })
  const askedAt = useRef(-1)
  const reach = useEffectEvent(() => onReachEnd?.())
  const shownKey = useRef(listKey)
  useEffect(() => {
    if (shownKey.current === listKey) return
    shownKey.current = listKey
    askedAt.current = -1
    if (scrollRef.current) scrollRef.current.scrollTop = 0
  }, [listKey, scrollRef])
  const lastDrawn = virtualizer.getVirtualItems().at(-1)?.index ?? -1
  useEffect(() => {
    if (!hasMore || count === 0 || lastDrawn < count - reachRows || askedAt.current === count) return
    askedAt.current = count
    reach()
  }, [hasMore, count, lastDrawn, listKey])
  return virtualizer
}
