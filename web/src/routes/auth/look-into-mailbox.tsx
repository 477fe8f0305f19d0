import { useState, type ReactNode } from 'react'
import { ButtonLink } from '../../components/button.tsx'
import { TextLink } from '../../components/text-link.tsx'
import type { FormResult } from '../../lib/form-result.ts'
import { AuthLayout } from './auth-layout.tsx'

export interface LookIntoMailboxProps {
  /** To whom a mail went, as far as anybody may know. */
  email: string
  /** What the mail holds. */
  children: ReactNode
  onSendAgain: () => Promise<FormResult<string>>
  /** Another address was meant. */
  onOther: () => void
  /** Whether mail is shown on a page of ours instead of being sent. */
  mailbox: boolean
}

/** Where pages end that send a link by mail. They say the same for every address: whether one is known stays between us and its owner. */
export function LookIntoMailbox({ email, children, onSendAgain, onOther, mailbox }: LookIntoMailboxProps) {
  const [said, setSaid] = useState('')
  const [busy, setBusy] = useState(false)
  const sendAgain = async () => {
    if (busy) return
    setBusy(true)
    const result = await onSendAgain()
    setBusy(false)
    setSaid(result.ok ? 'Sent again.' : `${result.message}.`)
  }
  return (
    <AuthLayout title="Look into your mailbox">
      <p className="text-reading text-pretty text-fg-2">
        We wrote to <span className="font-medium break-words text-fg">{email}</span>. {children}
      </p>
      {mailbox && (
        <div className="mt-5">
          <ButtonLink to="/mailbox" variant="primary" size="lg" block>
            Open the development mailbox
          </ButtonLink>
        </div>
      )}
      <p className="mt-5 text-fg-2">
        Nothing there after a minute? Look among the junk, or{' '}
        <PressableText onPress={() => void sendAgain()}>send it again</PressableText>.{' '}
        <span role="status" className="text-fg">
          {said}
        </span>
      </p>
      <p className="mt-3 text-fg-2">
        Is the address not yours? <PressableText onPress={onOther}>Use another</PressableText>, or{' '}
        <TextLink to="/sign-in">sign in</TextLink>.
      </p>
    </AuthLayout>
  )
}

function PressableText({ onPress, children }: { onPress: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      onClick={onPress}
      className="rounded-xs font-medium text-accent hover:underline hover:underline-offset-3"
    >
      {children}
    </button>
  )
}
