import { useEffect, useRef, useState, type RefObject } from 'react'

/** An element's width in CSS pixels, as it changes; `initialPx` until it has been measured. */
export function useElementWidth<Found extends Element>(initialPx: number): [RefObject<Found | null>, number] {
  const ref = useRef<Found>(null)
  const [widthPx, setWidthPx] = useState(initialPx)
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.width > 0) setWidthPx(entry.contentRect.width)
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [ref, widthPx]
}
