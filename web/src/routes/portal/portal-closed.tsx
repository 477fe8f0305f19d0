import { buttonClass } from '../../components/button-class.ts'
import { PortalNotice } from '../../features/portal/portal-notice.tsx'

/** In place of every page, for whoever is not in, or not any more; and for who signed in and has no calls of their own. */
export function PortalClosed({ signedIn = false }: { signedIn?: boolean }) {
  if (signedIn) {
    return (
      <PortalNotice
        title="The portal is for closers and setters"
        actions={
          // Another app: its page is loaded anew.
          <a href="/" className={buttonClass({ variant: 'primary', size: 'touch', block: true })}>
            Go to your team’s pages
          </a>
        }
      >
        It shows somebody’s own calls. You are signed in as nobody on the roster, or you run the team and see all of it
        on its own pages.
      </PortalNotice>
    )
  }
  return (
    <PortalNotice
      title="Open your portal with your link"
      actions={
        <a href="/sign-in?next=%2Fportal" className={buttonClass({ variant: 'quiet', size: 'touch', block: true })}>
          Sign in instead
        </a>
      }
    >
      You are not signed in on this phone: you signed out, your link was replaced, or its time is over. Open the link
      that you were sent; if it is no longer good, ask your team for a new one.
    </PortalNotice>
  )
}
