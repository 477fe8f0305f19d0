import type { ApolloClient } from '@apollo/client'
import { useCallback, useEffect, useState } from 'react'
import type { SeenStore } from './seen.ts'

export interface SeenPages {
  /** Changes when the pages are to begin anew. */
  stage: number
  /** The pages show what was seen before, until there is a network. */
  offline: boolean
  /** Keeps what the pages were told until now. */
  keep: () => void
  /** Nothing can be fetched: what was seen before is shown instead, where there is any. */
  showSeen: () => void
  /** An answer came: there is a network, whatever the device says. */
  backOnline: () => void
  /** The pages begin anew, with nothing of what they held. */
  beginAnew: () => Promise<void>
}

/** Keeps what the pages were told whenever they are left, and shows it again where nothing can be fetched, until there is a network. */
export function useSeen(client: ApolloClient, seen: SeenStore, open: boolean): SeenPages {
  const [stage, setStage] = useState(0)
  const [offline, setOffline] = useState(false)
  const keep = useCallback(() => {
    // What came from the store is as old as it was.
    if (!readsCache(client)) seen.keep(client)
  }, [client, seen])
  useEffect(() => {
    if (!open) return
    const onHidden = () => document.visibilityState === 'hidden' && keep()
    window.addEventListener('offline', keep)
    window.addEventListener('pagehide', keep)
    document.addEventListener('visibilitychange', onHidden)
    return () => {
      window.removeEventListener('offline', keep)
      window.removeEventListener('pagehide', keep)
      document.removeEventListener('visibilitychange', onHidden)
    }
  }, [keep, open])
  const backOnline = useCallback(() => {
    if (!readsCache(client)) return
    readCache(client, false)
    setOffline(false)
    void client.refetchQueries({ include: 'active' })
  }, [client])
  useEffect(() => {
    window.addEventListener('online', backOnline)
    return () => window.removeEventListener('online', backOnline)
  }, [backOnline])
  const showSeen = useCallback(() => {
    if (readsCache(client) || !seen.restore(client)) return
    readCache(client, true)
    setOffline(true)
    setStage((before) => before + 1)
  }, [client, seen])
  const beginAnew = useCallback(async () => {
    readCache(client, false)
    setOffline(false)
    await client.clearStore()
    setStage((before) => before + 1)
  }, [client])
  return { stage, offline, keep, showSeen, backOnline, beginAnew }
}

const readsCache = ({ defaultOptions }: ApolloClient): boolean =>
  defaultOptions.watchQuery?.fetchPolicy === 'cache-first'

/** Without a network pages read what is there, and ask for what is not. */
function readCache(client: ApolloClient, cacheFirst: boolean): void {
  client.defaultOptions.watchQuery = {
    ...client.defaultOptions.watchQuery,
    fetchPolicy: cacheFirst ? 'cache-first' : 'cache-and-network',
  }
}
