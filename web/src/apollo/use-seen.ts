import type { ApolloClient } from '@apollo/client'
import { useCallback, useEffect, useState } from 'react'
import type { SeenStore } from './seen.ts'

/**
 * Keeps what the pages were told whenever they are left, and shows it again where nothing can be fetched, until there is a network.
 * `stage` changes when the pages are to begin anew, from what was seen.
 */
export function useSeen(client: ApolloClient, seen: SeenStore, open: boolean): { stage: number; showSeen: () => void } {
  const [stage, setStage] = useState(0)
  useEffect(() => {
    if (!open) return
    const keep = () => {
      // What came from the store is as old as it was.
      if (!isOffline(client)) seen.keep(client)
    }
    const onHidden = () => document.visibilityState === 'hidden' && keep()
    window.addEventListener('offline', keep)
    window.addEventListener('pagehide', keep)
    document.addEventListener('visibilitychange', onHidden)
    return () => {
      window.removeEventListener('offline', keep)
      window.removeEventListener('pagehide', keep)
      document.removeEventListener('visibilitychange', onHidden)
    }
  }, [client, seen, open])
  useEffect(() => {
    const onOnline = () => {
      if (!isOffline(client)) return
      setOffline(client, false)
      void client.refetchQueries({ include: 'active' })
    }
    window.addEventListener('online', onOnline)
    return () => window.removeEventListener('online', onOnline)
  }, [client])
  const showSeen = useCallback(() => {
    if (isOffline(client) || !seen.restore(client)) return
    setOffline(client, true)
    setStage((before) => before + 1)
  }, [client, seen])
  return { stage, showSeen }
}

const isOffline = ({ defaultOptions }: ApolloClient): boolean =>
  defaultOptions.watchQuery?.fetchPolicy === 'cache-first'

/** Without a network pages read what is there, and ask for what is not. */
function setOffline(client: ApolloClient, offline: boolean): void {
  client.defaultOptions.watchQuery = {
    ...client.defaultOptions.watchQuery,
    fetchPolicy: offline ? 'cache-first' : 'cache-and-network',
  }
}
