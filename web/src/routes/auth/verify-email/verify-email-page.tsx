import { useState } from 'react'
import { Button } from '../../../components/button.tsx'
import { TextLink } from '../../../components/text-link.tsx'
import type { FormResult } from '../../../lib/form-result.ts'
import { AuthLayout } from '../auth-layout.tsx'
import { LookIntoMailbox } from '../look-into-mailbox.tsx'
import { SendLinkForm } from '../send-link-form.tsx'

export interface VerifyEmailPageProps {
  /** What came of the link: it was good, it was not, or none was opened. */
  outcome: 'confirmed' | 'refused' | 'unknown'
  /** The address of whoever is signed in; null for nobody. */
  email: string | null
  mailbox: boolean
  onSend: (email: string) => Promise<FormResult<string>>
  /** On to what the person came for. */
  onContinue: () => void
}

const titles = {
  confirmed: 'Your address is confirmed',
  refused: 'This link is no longer good',
  unknown: 'Confirm your address',
} as const

/** Where the link of a confirmation mail leads. */
export function VerifyEmailPage({ outcome, email, mailbox, onSend, onContinue }: VerifyEmailPageProps) {
  const [sentTo, setSentTo] = useState<string>()
  if (sentTo !== undefined) {
    return (
      <LookIntoMailbox
        email={sentTo}
        mailbox={mailbox}
        onSendAgain={() => onSend(sentTo)}
        onOther={() => setSentTo(undefined)}
      >
        If an account waits for this address to be confirmed, the mail holds a new link.
      </LookIntoMailbox>
    )
  }
  if (outcome === 'confirmed') {
    return (
      <AuthLayout title={titles.confirmed}>
        <div className="flex flex-col gap-5">
          <p role="status" className="text-reading text-pretty text-fg-2">
            You are signed in{email !== null && <> as {email}</>}.
          </p>
          <Button variant="primary" size="lg" block onClick={onContinue}>
            Go on
          </Button>
        </div>
      </AuthLayout>
    )
  }
  return (
    <AuthLayout title={titles[outcome]}>
      <p role="status" className="mb-5 text-reading text-pretty text-fg-2">
        {outcome === 'refused'
          ? 'It is too old, or it has been used. If your address is confirmed already, just sign in; otherwise we send a new link.'
          : 'Open the link in the mail that we sent you. If you have done so already, just sign in; otherwise we send a new link.'}
      </p>
      <SendLinkForm label="Send a new link" onSend={onSend} onSent={setSentTo} />
      <p className="mt-5 text-fg-2">
        Confirmed already? <TextLink to="/sign-in">Sign in</TextLink>
      </p>
    </AuthLayout>
  )
}
