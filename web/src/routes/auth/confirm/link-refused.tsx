import { useState } from 'react'
import { TextLink } from '../../../components/text-link.tsx'
import type { FormResult } from '../../../lib/form-result.ts'
import { AuthLayout } from '../auth-layout.tsx'
import { LookIntoMailbox } from '../look-into-mailbox.tsx'
import { SendLinkForm } from '../send-link-form.tsx'

export interface LinkRefusedProps {
  /** A link that is not good any more; otherwise none was opened, or a part of it only. */
  isWhole: boolean
  mailbox: boolean
  onSend: (email: string) => Promise<FormResult<string>>
}

/** Without a good link: a new one is sent. */
export function LinkRefused({ isWhole, mailbox, onSend }: LinkRefusedProps) {
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
  return (
    <AuthLayout title={isWhole ? 'This link is no longer good' : 'Confirm your address'}>
      <p role="status" className="mb-5 text-reading text-pretty text-fg-2">
        {isWhole
          ? 'It is too old. If your address is confirmed already, just sign in; otherwise we send a new link.'
          : 'Open the link in the mail that we sent you. If you have done so already, just sign in; otherwise we send a new link.'}
      </p>
      <SendLinkForm label="Send a new link" onSend={onSend} onSent={setSentTo} />
      <p className="mt-5 text-fg-2">
        Confirmed already? <TextLink to="/sign-in">Sign in</TextLink>
      </p>
    </AuthLayout>
  )
}
