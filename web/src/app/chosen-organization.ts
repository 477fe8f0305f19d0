const storageKey = 'clinch.organization'

let chosen: string | null | undefined

/** Storage may be forbidden: the choice then lasts until the page is left. */
const read = (storage: () => Storage): string | null => {
  try {
    return storage().getItem(storageKey)
  } catch {
    return null
  }
}

const write = (storage: () => Storage, organizationId: string | null): void => {
  try {
    if (organizationId === null) storage().removeItem(storageKey)
    else storage().setItem(storageKey, organizationId)
  } catch {
    // As above.
  }
}

const ofTab = () => sessionStorage
const ofDevice = () => localStorage

/**
 * The organization that requests name; null until one is chosen, and the server then decides. Each tab keeps its own, so that two stand
 * side by side; a new tab and the next visit begin with the one that was chosen last.
 */
export function chosenOrganizationId(): string | null {
  chosen ??= read(ofTab) ?? read(ofDevice)
  return chosen
}

/** Names another organization from the next request on. What the client holds of the one before must be dropped with it. */
export function chooseOrganization(organizationId: string | null): void {
  chosen = organizationId
  write(ofTab, organizationId)
  write(ofDevice, organizationId)
}

/** Reads the choice anew, as a page that is loaded again does. */
export function recallOrganization(): string | null {
  chosen = undefined
  return chosenOrganizationId()
}
