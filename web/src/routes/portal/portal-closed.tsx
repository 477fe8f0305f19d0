import { PortalNotice } from '../../features/portal/portal-notice.tsx'

/** In place of every page, for whoever is not in, or not any more. */
export function PortalClosed() {
  return (
    <PortalNotice title="Open your portal with your link">
      You are not signed in on this phone: you signed out, your link was replaced, or its time is over. Open the link
      that you were sent; if it is no longer good, ask your team for a new one.
    </PortalNotice>
  )
}
