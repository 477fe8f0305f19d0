const storageKey = 'clinch.organization'

let chosen: string | null | undefined

/** The organization that requests name, remembered on this device; null until one is chosen, and the server then decides. */
export function chosenOrganizationId(): string | null {
  if (chosen === undefined) {
    try {
      chosen = localStorage.getItem(storageKey)
    } catch {
      // Storage may be forbidden: the choice then lasts until the page is left.
      chosen = null
    }
  }
  return chosen
}

/** Names another organization from the next request on. What the client holds of the one before must be dropped with it. */
export function chooseOrganization(organizationId: string | null): void {
  chosen = organizationId
  try {
    if (organizationId === null) localStorage.removeItem(storageKey)
    else localStorage.setItem(storageKey, organizationId)
  } catch {
    // As above.
  }
}
