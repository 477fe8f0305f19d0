import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { TextLink } from '../../../components/text-link.tsx'
import type { FormResult } from '../../../lib/form-result.ts'
import { AuthLayout } from '../auth-layout.tsx'
import { LookIntoMailbox } from '../look-into-mailbox.tsx'
import { nextSearch } from '../next-search.ts'
import { SignUpForm, type SignUpFormProps } from './sign-up-form.tsx'

export interface SignUpPageProps extends Pick<SignUpFormProps, 'signUp'> {
  onSendAgain: (email: string) => Promise<FormResult<string>>
  mailbox: boolean
}

/** A new account. It is there once the link in the mail was opened, which leads on to an organization or an invitation. */
export function SignUpPage({ signUp, onSendAgain, mailbox }: SignUpPageProps) {
  const [search] = useSearchParams()
  const [sentTo, setSentTo] = useState<string>()
  if (sentTo !== undefined) {
    return (
      <LookIntoMailbox
        email={sentTo}
        mailbox={mailbox}
        onSendAgain={() => onSendAgain(sentTo)}
        onOther={() => setSentTo(undefined)}
      >
        Open the link in that mail: it confirms the address and signs you in.
      </LookIntoMailbox>
    )
  }
  return (
    <AuthLayout title="Create your account">
      <SignUpForm signUp={signUp} onDone={({ email }) => setSentTo(email.trim())} />
      <p className="mt-5 text-fg-2">
        Have an account? <TextLink to={{ pathname: '/sign-in', search: nextSearch(search) }}>Sign in</TextLink>
      </p>
    </AuthLayout>
  )
}
