import { useState } from 'react'
import { TextLink } from '../../../components/text-link.tsx'
import type { FormResult } from '../../../lib/form-result.ts'
import { useServerConfig } from '../../../lib/server-config.ts'
import { AuthLayout } from '../auth-layout.tsx'
import { LookIntoMailbox } from '../look-into-mailbox.tsx'
import { SendLinkForm } from '../send-link-form.tsx'

export interface ForgotPasswordPageProps {
  /** Answers alike for every address. */
  onSend: (email: string) => Promise<FormResult<string>>
}

/** A new password begins with a link by mail. */
export function ForgotPasswordPage({ onSend }: ForgotPasswordPageProps) {
  const [sentTo, setSentTo] = useState<string>()
  const { mailbox } = useServerConfig()
  if (sentTo !== undefined) {
    return (
      <LookIntoMailbox
        email={sentTo}
        mailbox={mailbox}
        onSendAgain={() => onSend(sentTo)}
        onOther={() => setSentTo(undefined)}
      >
        If there is an account with this address, the mail holds a link to choose a new password. It is good for an
        hour.
      </LookIntoMailbox>
    )
  }
  return (
    <AuthLayout title="Choose a new password">
      <p className="mb-5 text-reading text-pretty text-fg-2">We send a link to your address, which leads on.</p>
      <SendLinkForm label="Send the link" onSend={onSend} onSent={setSentTo} />
      <p className="mt-5 text-fg-2">
        You remember it? <TextLink to="/sign-in">Sign in</TextLink>
      </p>
    </AuthLayout>
  )
}
