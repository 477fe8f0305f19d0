import { useApolloClient } from '@apollo/client/react'
import { useEffect, useEffectEvent } from 'react'
import { todayIn } from '../../../lib/period.ts'
import { daysAbout } from '../today/today-days.ts'
import type { Whose } from './ask-ahead.ts'

const tickMs = 1_000
/** The page that somebody opened comes first: it is looked at for so long before anything else is fetched. */
const looksBefore = 3
/** Calls are booked and moved meanwhile: so old may be what was read ahead. */
const againMs = 10 * 60_000

export interface ReadAhead {
  /** Whose portal it is; null while nobody's, or while nothing can be fetched. */
  whose: Omit<Whose, 'today' | 'days'> | null
  timeZone: string
  /** All was read. */
  onRead: () => void
}

/** Whether a page stands there, with its code and its answers. */
const isShown = (): boolean =>
  document.visibilityState === 'visible' &&
  document.querySelector('main') !== null &&
  document.querySelector('main [aria-busy=true]') === null

/** Reads the portal's other pages ahead, so that they open where there is no network by then. Nothing waits for it. */
export function useReadAhead({ whose, timeZone, onRead }: ReadAhead): void {
  const client = useApolloClient()
  const read = useEffectEvent(async (isLeft: () => boolean): Promise<void> => {
    if (!whose) return
    try {
      const { readAhead } = await import('./read-ahead.ts')
      const today = todayIn(timeZone, new Date())
      await readAhead(client, { ...whose, today, days: daysAbout(today) }, isLeft)
      if (!isLeft()) onRead()
    } catch {
      // Without a network, or refused: each page asks for itself, and says what it lacks.
    }
  })
  const open = whose !== null
  useEffect(() => {
    if (!open) return undefined
    let left = false
    let looks = 0
    let readAt = -Infinity
    const look = () => {
      looks = isShown() ? looks + 1 : 0
      if (looks < looksBefore || Date.now() - readAt < againMs) return
      readAt = Date.now()
      void read(() => left)
    }
    const timer = setInterval(look, tickMs)
    return () => {
      left = true
      clearInterval(timer)
    }
  }, [client, open])
}
