import { useCallback, useSyncExternalStore } from 'react'

/** The widths at which the layout changes, in CSS pixels: the same as Tailwind's md, lg and xl. */
export const wideEnough = {
  /** Below it: bottom tabs, two-line rows, the panel is the page. */
  tablet: '(min-width: 48rem)',
  /** Below it the panel lies over the table. */
  desktop: '(min-width: 80rem)',
} as const

/** Whether a media query holds now; renders again when it changes. */
export function useMediaQuery(query: string): boolean {
  const subscribe = useCallback(
    (onChange: () => void) => {
      const list = window.matchMedia(query)
      list.addEventListener('change', onChange)
      return () => list.removeEventListener('change', onChange)
    },
    [query],
  )
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches)
}

/** Whether a thumb presses, and not a mouse: on a narrow screen, and on a wider one that is touched. */
export function useThumbs(): boolean {
  const narrow = !useMediaQuery(wideEnough.tablet)
  const touched = useMediaQuery('(pointer: coarse)')
  return narrow || touched
}
