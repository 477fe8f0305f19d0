import type { ApolloClient } from '@apollo/client'

/** For so long what was seen may be shown again where nothing can be fetched. */
const keptForMs = 24 * 3_600_000
/** Browsers keep about five million characters for a site; forms that wait need their share. */
const mostCharacters = 2_000_000

interface Seen {
  /** Which build saw it: another may read the same fields in another way. */
  build: string
  at: number
  data: object
}

const isSeen = (value: unknown): value is Seen =>
  typeof value === 'object' &&
  value !== null &&
  'build' in value &&
  'at' in value &&
  typeof value.at === 'number' &&
  'data' in value &&
  typeof value.data === 'object' &&
  value.data !== null

/** What the pages of one app were last told, kept on the device so that it can be read without a network. */
export interface SeenStore {
  /** Keeps nothing of a page that does not know yet who looks at it. */
  keep: (client: ApolloClient) => void
  /** Fills the client's cache; false where nothing of today was kept by this build. */
  restore: (client: ApolloClient) => boolean
  forget: () => void
}

export interface SeenSettings {
  key: string
  /** Names the code that reads it. */
  build: string
  /** Whether whoever looks at this page is still the one who is in on this device. */
  stands: () => boolean
  now?: () => number
}

/** Whether the cache knows who looks. */
const knowsViewer = (data: object): boolean => {
  const root: unknown = 'ROOT_QUERY' in data ? data.ROOT_QUERY : null
  return typeof root === 'object' && root !== null && 'viewer' in root && root.viewer !== null
}

/** Opens the store of an app. */
export function openSeen({ key, build, stands, now = Date.now }: SeenSettings): SeenStore {
  const forget = () => {
    try {
      localStorage.removeItem(key)
    } catch {
      // Storage is forbidden: nothing is kept.
    }
  }
  return {
    forget,
    keep(client) {
      const data: object = client.extract() ?? {}
      if (!stands() || !knowsViewer(data)) return
      const text = JSON.stringify({ build, at: now(), data })
      try {
        if (text.length <= mostCharacters) localStorage.setItem(key, text)
      } catch {
        // Forbidden or full: then there is nothing to be seen offline.
      }
    },
    restore(client) {
      try {
        const seen: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
        if (!isSeen(seen) || seen.build !== build || now() - seen.at > keptForMs) return false
        client.restore({ ...seen.data })
        return true
      } catch {
        // Forbidden, or not ours: as if nothing had been kept.
        return false
      }
    },
  }
}
