import { useEffect } from 'react'

/** The portal is an app of its own, so its page is loaded anew. */
export const toPortal = (): void => window.location.assign('/portal')

/** Whoever came by a portal link and by nothing else has no pages here. */
export function ToPortal() {
  useEffect(() => window.location.replace('/portal'), [])
  return null
}
