import { useEffect } from 'react'

/** Whoever came by a portal link and by nothing else has no pages here. The portal is an app of its own, so its page is loaded anew. */
export function ToPortal() {
  useEffect(() => window.location.replace('/portal'), [])
  return null
}
