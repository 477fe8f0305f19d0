import type { ApolloClient } from '@apollo/client'

/** For so long what was seen may be shown again where nothing can be fetched. */
const keptForMs = 24 * 3_600_000
/** Browsers keep about five million characters for a site; forms that wait need their share. */
const mostCharacters = 2_000_000

/** The cache's objects by their id, as it writes itself out: the fields of each, and what the API was asked as fields of the root. */
type Objects = Readonly<Record<string, object>>

/** What one page was told. */
interface Sheet {
  at: number
  objects: Objects
}

interface Seen {
  /** Which build saw it: another may read the same fields in another way. */
  build: string
  /** The oldest first; no field stands on two. */
  sheets: readonly Sheet[]
}

const isObjects = (value: unknown): value is Objects =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((each) => typeof each === 'object' && each !== null)

const isSheet = (value: unknown): value is Sheet =>
  typeof value === 'object' &&
  value !== null &&
  'at' in value &&
  typeof value.at === 'number' &&
  'objects' in value &&
  isObjects(value.objects)

const isSeen = (value: unknown): value is Seen =>
  typeof value === 'object' &&
  value !== null &&
  'build' in value &&
  'sheets' in value &&
  Array.isArray(value.sheets) &&
  value.sheets.every(isSheet)

/** What the pages of one app were last told, kept on the device so that it can be read without a network. */
export interface SeenStore {
  /** Keeps what a page holds beside what other pages were told; nothing of one that does not know yet who looks at it. */
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
const knowsViewer = (objects: object): boolean => {
  const root: unknown = 'ROOT_QUERY' in objects ? objects.ROOT_QUERY : null
  return typeof root === 'object' && root !== null && 'viewer' in root && root.viewer !== null
}

/** What of a sheet a newer one does not tell anew. */
function without({ at, objects }: Sheet, newer: Objects): Sheet {
  const left = Object.entries(objects).flatMap(([id, fields]) => {
    const again = newer[id] ?? {}
    const only = Object.entries(fields).filter(([name]) => !(name in again))
    return only.length > 0 ? [[id, Object.fromEntries(only)] as const] : []
  })
  return { at, objects: Object.fromEntries(left) }
}

/** All that stands on sheets, as the cache reads it. */
function joined(sheets: readonly Sheet[]): Record<string, object> {
  const all: Record<string, object> = {}
  for (const { objects } of sheets)
    for (const [id, fields] of Object.entries(objects)) all[id] = { ...all[id], ...fields }
  return all
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
  const read = (): readonly Sheet[] => {
    try {
      const seen: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
      return isSeen(seen) && seen.build === build ? seen.sheets.filter(({ at }) => now() - at <= keptForMs) : []
    } catch {
      // Forbidden, or not ours: as if nothing had been kept.
      return []
    }
  }
  return {
    forget,
    keep(client) {
      const objects: unknown = client.extract()
      if (!stands() || !isObjects(objects) || !knowsViewer(objects)) return
      const before = read()
        .map((sheet) => without(sheet, objects))
        .filter((sheet) => Object.keys(sheet.objects).length > 0)
      const sheets = [...before, { at: now(), objects }]
      // Where there is too much, the oldest goes first.
      while (sheets.length > 1 && JSON.stringify(sheets).length > mostCharacters) sheets.shift()
      const text = JSON.stringify({ build, sheets } satisfies Seen)
      try {
        if (text.length <= mostCharacters) localStorage.setItem(key, text)
      } catch {
        // Forbidden or full: then there is nothing to be seen offline.
      }
    },
    restore(client) {
      const sheets = read()
      if (sheets.length === 0) return false
      client.restore(joined(sheets))
      return true
    },
  }
}
