import { useRef, useState } from 'react'
import { useSearchParams } from 'react-router'
import { TextLink } from '../../../components/text-link.tsx'
import type { FormResult } from '../../../lib/form-result.ts'
import { AuthLayout } from '../auth-layout.tsx'
import { nextSearch } from '../next-search.ts'
import { SecondFactorForm, type SecondFactorFormProps } from './second-factor-form.tsx'
import { SignInForm } from './sign-in-form.tsx'

/** The password was right, and a code may still be wanted; or why not, by the server's code. */
export type SignInAnswer =
  { ok: true; secondFactor?: boolean } | { ok: false; message: string; field?: string; code?: string }

export interface SignInPageProps extends Pick<SecondFactorFormProps, 'confirm'> {
  signIn: (input: { email: string; password: string }) => Promise<SignInAnswer>
  /** The session is there. */
  onDone: () => void
  /** Sends the link that confirms an address once more. */
  onSendAgain: (email: string) => Promise<FormResult<string>>
  /** Why the session that was here before is none any more; null if there was none. */
  why: string | null
}

/** Refusals after which only the password leads on. */
const startOver = new Set(['INVALID_TWO_FACTOR_COOKIE', 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE'])

/** Sign in, with a second step where the account has one, and go on to where the person was. */
export function SignInPage({ signIn, confirm, onDone, onSendAgain, why }: SignInPageProps) {
  const [search] = useSearchParams()
  const [step, setStep] = useState<'password' | 'code'>('password')
  const [unconfirmed, setUnconfirmed] = useState<string>()
  const [restart, setRestart] = useState<string>()
  const wantsCode = useRef(false)

  if (step === 'code') {
    return (
      <AuthLayout title="One more step">
        <SecondFactorForm
          confirm={async (input) => {
            const result: SignInAnswer = await confirm(input)
            if (!result.ok && startOver.has(result.code ?? '')) {
              setRestart(`${result.message}.`)
              setStep('password')
            }
            return result
          }}
          onDone={onDone}
          onBack={() => setStep('password')}
        />
      </AuthLayout>
    )
  }
  return (
    <AuthLayout title="Sign in">
      <Notice text={restart ?? why} />
      <SignInForm
        signIn={async (input) => {
          const result = await signIn(input)
          wantsCode.current = result.ok && result.secondFactor === true
          setUnconfirmed(!result.ok && result.code === 'EMAIL_NOT_VERIFIED' ? input.email : undefined)
          return result
        }}
        onDone={() => (wantsCode.current ? setStep('code') : onDone())}
      />
      {unconfirmed !== undefined && <SendAgain key={unconfirmed} onSendAgain={() => onSendAgain(unconfirmed)} />}
      <p className="mt-5 text-fg-2">
        New here? <TextLink to={{ pathname: '/sign-up', search: nextSearch(search) }}>Create an account</TextLink>
      </p>
      <p className="mt-5 border-t border-line pt-4 text-small text-pretty text-fg-3">
        Closer or setter without a password? Open your portal link, or ask your admin for a new one.
      </p>
    </AuthLayout>
  )
}

/** Why the person is here again; announced when it comes. */
function Notice({ text }: { text: string | null }) {
  return (
    <div role="status">
      {text !== null && <p className="mb-4 rounded-sm bg-warn-soft px-3 py-2 text-pretty text-fg">{text}</p>}
    </div>
  )
}

function SendAgain({ onSendAgain }: { onSendAgain: () => Promise<FormResult<string>> }) {
  const [said, setSaid] = useState<string>()
  const send = async () => {
    const result = await onSendAgain()
    setSaid(result.ok ? 'A new link is on its way. Look into your mailbox.' : `${result.message}.`)
  }
  return (
    <p className="mt-4 text-fg-2">
      <span role="status">{said ?? 'No mail came? '}</span>
      {said === undefined && (
        <button
          type="button"
          onClick={() => void send()}
          className="rounded-xs font-medium text-accent hover:underline hover:underline-offset-3"
        >
          Send a new link
        </button>
      )}
    </p>
  )
}
