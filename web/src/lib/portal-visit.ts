/** Names the visit that stands on this device. */
const key = 'clinch.portal.visit'
/** Where what the portal's pages were told is kept on the device. */
export const seenKey = 'clinch.portal.seen'

const stored = (): string | null => {
  try {
    return localStorage.getItem(key)
  } catch {
    // Storage is forbidden: nothing is kept either, so nothing can be another person's.
    return null
  }
}

/** The visit that this page belongs to, as far as it knows. */
let own = stored()

/** Somebody came in or went: what was seen on this device until now was perhaps another person's, and is forgotten. */
export function beginVisit(): void {
  own = crypto.randomUUID()
  try {
    localStorage.setItem(key, own)
    localStorage.removeItem(seenKey)
  } catch {
    // As above.
  }
}

/** Whether nobody else came in, or left, on this device since this page began or was last told. */
export const visitStands = (): boolean => stored() === own

/** Tells a page that, by another one, somebody came in or went. */
export function onOtherVisit(listener: () => void): () => void {
  const onStorage = (event: StorageEvent) => {
    if (event.key !== key || visitStands()) return
    own = stored()
    listener()
  }
  window.addEventListener('storage', onStorage)
  return () => window.removeEventListener('storage', onStorage)
}
