import { useState } from 'react'
import { Button, ButtonLink } from '../../../components/button.tsx'
import { FormProblem } from '../../../components/form-problem.tsx'
import type { FormResult } from '../../../lib/form-result.ts'
import { AuthLayout } from '../auth-layout.tsx'

export interface AcceptInvitationPageProps {
  /** From the link; empty if the link is not whole. */
  token: string
  /** Who is signed in; null for nobody. */
  viewer: { name: string; email: string | null } | null
  /** Uses the invitation. */
  onAccept: () => Promise<AcceptanceResult>
  /** The viewer is a member now. */
  onDone: () => void
  onSignOut: () => Promise<FormResult<string>>
}

/** Accepted, or why not: `unusable` if it never will be, in the server's words where it says which of the reasons it is. */
export type AcceptanceResult = { ok: true } | { ok: false; unusable: boolean; message: string | null }

/** Where an invitation's link leads: it is accepted by the person to whose address it was sent. */
export function AcceptInvitationPage({ token, viewer, ...act }: AcceptInvitationPageProps) {
  const [unusable, setUnusable] = useState<{ message: string | null } | null>(null)
  if (token === '' || unusable) return <Unusable message={unusable?.message ?? null} viewer={viewer} {...act} />
  if (!viewer) return <SignInFirst token={token} />
  return <Acceptable viewer={viewer} {...act} onUnusable={(message) => setUnusable({ message })} />
}

function SignInFirst({ token }: { token: string }) {
  const search = new URLSearchParams({ next: `/accept-invitation?token=${encodeURIComponent(token)}` }).toString()
  return (
    <AuthLayout title="You were invited">
      <p className="text-reading text-pretty text-fg-2">
        Create an account with the address that the invitation was sent to, or sign in if you have one. You come back
        here to accept.
      </p>
      <div className="mt-5 flex flex-col gap-2">
        <ButtonLink to={{ pathname: '/sign-up', search }} variant="primary" size="lg" block>
          Create an account
        </ButtonLink>
        <ButtonLink to={{ pathname: '/sign-in', search }} size="lg" block>
          Sign in
        </ButtonLink>
      </div>
    </AuthLayout>
  )
}

type Signed = NonNullable<AcceptInvitationPageProps['viewer']>

function Acceptable({
  viewer,
  onAccept,
  onDone,
  onSignOut,
  onUnusable,
}: Pick<AcceptInvitationPageProps, 'onAccept' | 'onDone' | 'onSignOut'> & {
  viewer: Signed
  onUnusable: (message: string | null) => void
}) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const accept = async () => {
    setBusy(true)
    const result = await onAccept()
    if (result.ok) return onDone()
    setBusy(false)
    if (result.unusable) onUnusable(result.message)
    else setProblem(result.message ?? undefined)
  }
  return (
    <AuthLayout title="Accept your invitation">
      <div className="flex flex-col gap-4">
        <FormProblem message={problem} />
        <p className="text-reading text-pretty text-fg-2">
          You join as <span className="font-medium text-fg">{viewer.name}</span>
          {viewer.email && <>, {viewer.email}</>}.
        </p>
        <Button variant="primary" size="lg" block busy={busy} onClick={() => void accept()}>
          Accept the invitation
        </Button>
        <OtherAccount onSignOut={onSignOut} onProblem={setProblem} />
      </div>
    </AuthLayout>
  )
}

function Unusable({
  message,
  viewer,
  onSignOut,
}: Pick<AcceptInvitationPageProps, 'viewer' | 'onSignOut'> & { message: string | null }) {
  const [problem, setProblem] = useState<string>()
  return (
    <AuthLayout title="This invitation cannot be used">
      <div className="flex flex-col gap-4">
        <FormProblem message={problem} />
        <p role="status" className="text-reading text-pretty text-fg-2">
          {message ??
            'Its link is not whole, or it was sent to another address than yours. Open the link as it was sent to you, or ask for a new one.'}
        </p>
        {viewer ? (
          <>
            <ButtonLink to="/" variant="primary" size="lg" block>
              Go to Clinch
            </ButtonLink>
            <OtherAccount onSignOut={onSignOut} onProblem={setProblem} />
          </>
        ) : (
          <ButtonLink to="/sign-in" variant="primary" size="lg" block>
            Sign in
          </ButtonLink>
        )}
      </div>
    </AuthLayout>
  )
}

function OtherAccount({
  onSignOut,
  onProblem,
}: Pick<AcceptInvitationPageProps, 'onSignOut'> & { onProblem: (message: string) => void }) {
  const leave = async () => {
    const result = await onSignOut()
    if (!result.ok) onProblem(result.message)
  }
  return (
    <p className="text-fg-2">
      Was it sent to another address?{' '}
      <button
        type="button"
        className="rounded-xs font-medium text-accent hover:underline hover:underline-offset-3"
        onClick={() => void leave()}
      >
        Use another account
      </button>
    </p>
  )
}
