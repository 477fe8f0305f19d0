import { useApolloClient } from '@apollo/client/react'
import { useEffect } from 'react'

/** The page's own code and answers come first. Nothing is missed by it: what is shown is asked for once the socket is open. */
const afterPageMs = 2_000

/** `wss` where the page came by https. */
const socketUrl = (): string => new URL('/graphql', window.location.href).href.replace(/^http/, 'ws')

/**
 * Keeps what the pages show as it is on the server, by what the server tells. `caller` is whom the server is to take this page for;
 * null while nobody is. Its code comes after the page: nothing waits for it.
 */
export function useLiveUpdates(caller: { organizationId: string; portal?: boolean } | null): void {
  const client = useApolloClient()
  const organizationId = caller?.organizationId ?? null
  const portal = caller?.portal ?? false
  useEffect(() => {
    if (organizationId === null || typeof WebSocket === 'undefined') return undefined
    let ended = false
    let stop = (): void => undefined
    const named = (): Record<string, string> => ({
      'x-organization-id': organizationId,
      ...(portal ? { 'x-portal': '1' } : {}),
    })
    const start = (): void =>
      void import('./live-updates.ts').then(
        ({ startLiveUpdates }) => {
          if (!ended) stop = startLiveUpdates({ client, caller: named, url: socketUrl() })
        },
        // Without it the page looks for itself, as it does while the server cannot be reached.
        () => undefined,
      )
    const timer = setTimeout(start, afterPageMs)
    return () => {
      ended = true
      clearTimeout(timer)
      stop()
    }
  }, [client, organizationId, portal])
}
