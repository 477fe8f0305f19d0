import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import { Button, ButtonLink } from '../../../components/button.tsx'
import { TextLink } from '../../../components/text-link.tsx'
import type { FormResult } from '../../../lib/form-result.ts'
import { takeLinkToken } from '../../../lib/link-token.ts'
import { AuthLayout } from '../auth-layout.tsx'
import { nextSearch } from '../next-search.ts'
import type { ConfirmAnswer } from './confirm-answer.ts'
import { LinkRefused } from './link-refused.tsx'
import { PasswordForm } from './password-form.tsx'

export interface ConfirmPageProps {
  confirm: (input: { token: string; password?: string; replaceSession?: boolean }) => Promise<ConfirmAnswer>
  /** Who is signed in, as far as that is known yet; null for nobody. */
  viewer: { name: string; email: string | null } | null
  mailbox: boolean
  /** Sends a new link. */
  onSend: (email: string) => Promise<FormResult<string>>
  /** On to what the person came for. */
  onContinue: () => void
}

/** Answers to a password that are said at its form: the others are for the page. */
const saidAtForm = new Set(['WRONG_SIGN_UP_PASSWORD', 'TOO_MANY', 'UNREACHABLE'])

/**
 * Where the link of a confirmation mail leads: its token is taken out of the address, and posted. Whoever signed up with this browser is
 * in by that; another is asked for the password, and whoever is signed in already, before somebody else takes their place.
 */
export function ConfirmPage({ confirm, viewer, mailbox, onSend, onContinue }: ConfirmPageProps) {
  const [answer, setAnswer] = useState<ConfirmAnswer>()
  const [replaceSession, setReplaceSession] = useState(false)
  const [search] = useSearchParams()
  const token = useRef<string>(null)

  const send = (more: { password?: string; replaceSession?: boolean }) =>
    confirm({ token: token.current ?? '', ...more })
  const exchange = async (replace: boolean) => {
    setAnswer(undefined)
    setReplaceSession(replace)
    setAnswer(await send(replace ? { replaceSession: true } : {}))
  }
  const begin = useEffectEvent(() => {
    // Once, also where effects are run twice: the link has no second time.
    if (token.current !== null) return
    token.current = takeLinkToken(window)
    if (token.current === '') setAnswer({ ok: false, code: 'NO_TOKEN', message: '' })
    else void exchange(false)
  })
  useEffect(() => begin(), [])

  const sendPassword = async (password: string) => {
    const told = await send({ password, ...(replaceSession ? { replaceSession } : {}) })
    if (told.ok || !saidAtForm.has(told.code)) setAnswer(told)
    return told
  }

  if (answer === undefined) return <Page title="Confirm your address">One moment.</Page>
  if (answer.ok) {
    return (
      <Page
        title="Your address is confirmed"
        told={<>You are signed in{answer.email !== null && <> as {answer.email}</>}.</>}
      >
        <GoOn onContinue={onContinue} />
      </Page>
    )
  }
  const toSignUp = { pathname: '/sign-up', search: nextSearch(search) }
  switch (answer.code) {
    case 'PASSWORD_NEEDED':
      return (
        <Page
          title="Confirm your address"
          told="Enter the password that you chose when you signed up: you did so with another browser, or somebody else signed up with your address since."
        >
          <PasswordForm onSend={sendPassword} />
          <p className="mt-5 text-pretty text-fg-2">
            You do not know it? <TextLink to={toSignUp}>Sign up again</TextLink> with a password of yours, and open the
            link that comes then. This one is no longer good afterwards.
          </p>
        </Page>
      )
    case 'SIGNED_IN_AS_ANOTHER':
      return (
        <Page
          title="Somebody is signed in here"
          told={
            <>
              This browser is signed in as {viewer ? <Who {...viewer} /> : 'somebody else'}. The link belongs to another
              account: go on only if that is yours, too.
            </>
          }
        >
          <div className="flex flex-col gap-2">
            <Button variant="primary" size="lg" block onClick={() => void exchange(true)}>
              Confirm, and use the other account
            </Button>
            <ButtonLink to="/" size="lg" block>
              Stay signed in{viewer && <> as {viewer.name}</>}
            </ButtonLink>
          </div>
        </Page>
      )
    case 'SIGN_UP_REPLACED':
      return (
        <Page
          title="This link was replaced"
          told="Somebody signed up with your address anew since it was sent. If that was you, open the link in the newest mail. If it was not, sign up again: what they chose is gone then."
        >
          <ButtonLink to={toSignUp} variant="primary" size="lg" block>
            Sign up again
          </ButtonLink>
        </Page>
      )
    case 'ALREADY_CONFIRMED':
      return (
        <Page
          title="This link was used already"
          told={
            viewer ? (
              <>You are signed in as {<Who {...viewer} />}.</>
            ) : (
              'Your address is confirmed: sign in with your password.'
            )
          }
        >
          {viewer ? (
            <GoOn onContinue={onContinue} />
          ) : (
            <ButtonLink to={{ pathname: '/sign-in', search: nextSearch(search) }} variant="primary" size="lg" block>
              Sign in
            </ButtonLink>
          )}
          <p className="mt-5 text-fg-2">
            You do not know the password? <TextLink to="/forgot-password">Choose a new one</TextLink>
          </p>
        </Page>
      )
    case 'NO_TOKEN':
    case 'INVALID_TOKEN':
      return <LinkRefused isWhole={answer.code === 'INVALID_TOKEN'} mailbox={mailbox} onSend={onSend} />
    default:
      return (
        <Page title="Your address is not confirmed yet" told={`${answer.message}. Your link is still good.`}>
          <Button variant="primary" size="lg" block onClick={() => void exchange(replaceSession)}>
            Try again
          </Button>
        </Page>
      )
  }
}

/** `told` is announced when the page has it to say. */
function Page({ title, told, children }: { title: string; told?: ReactNode; children: ReactNode }) {
  return (
    <AuthLayout title={title}>
      {told !== undefined && (
        <p role="status" className="mb-5 text-reading text-pretty text-fg-2">
          {told}
        </p>
      )}
      {children}
    </AuthLayout>
  )
}

const Who = ({ name, email }: { name: string; email: string | null }) => (
  <>
    <span className="font-medium break-words text-fg">{name}</span>
    {email !== null && <>, {email}</>}
  </>
)

const GoOn = ({ onContinue }: { onContinue: () => void }) => (
  <Button variant="primary" size="lg" block onClick={onContinue}>
    Go on
  </Button>
)
