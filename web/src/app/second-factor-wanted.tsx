import { useState } from 'react'
import { Button, ButtonLink } from '../components/button.tsx'
import { Wordmark } from '../components/mark.tsx'
import { beginSecondFactor, finishSecondFactor } from '../features/account/second-factor-api.ts'
import { SecondFactorSetup } from '../features/account/second-factor-setup.tsx'
import type { Person } from './use-standing.ts'

export interface SecondFactorWantedProps {
  person: NonNullable<Person>
  /** The organization that this tab asked for; null where none was. */
  chosenId: string | null
  onChoose: (organizationId: string) => void
  /** It is on, and the recovery codes are kept. */
  onTurnedOn: () => void
  onSignOut: () => void
}

/** In place of the app for somebody whose organization demands the second step: turning it on here opens it. */
export function SecondFactorWanted({ person, chosenId, onChoose, onTurnedOn, onSignOut }: SecondFactorWantedProps) {
  const [step, setStep] = useState<'told' | 'asked' | 'on'>('told')
  const chosen = person.organizations.find(({ id }) => id === chosenId) ?? person.organizations[0]
  const others = person.organizations.filter((organization) => organization !== chosen)
  const title = `${chosen?.name ?? 'This organization'} asks for a second step`
  return (
    <main className="grid min-h-dvh place-items-center px-6 py-10">
      <title>{`${title} · Clinch`}</title>
      <div className="w-full max-w-110">
        <Wordmark />
        <h1 className="mt-8 text-[24px] leading-8 font-semibold tracking-[-0.022em]">{title}</h1>
        <p role="status" className="mt-3 text-reading text-pretty text-fg-2">
          Everybody who works here signs in with a code of an authenticator app, after their password. Turn it on for
          your account, and you are in; it takes a minute and your phone.
        </p>
        <div className="mt-6 flex flex-wrap gap-2">
          <Button size="lg" variant="primary" onClick={() => setStep('asked')}>
            Turn on the second step
          </Button>
          {person.permissions.includes('OPERATE_PLATFORM') && (
            <ButtonLink to="/platform" size="lg">
              Platform console
            </ButtonLink>
          )}
          <Button size="lg" variant="quiet" onClick={onSignOut}>
            Sign out
          </Button>
        </div>
        {others.length > 0 && (
          <section aria-label="Your other organizations" className="mt-6">
            <ul className="border-t border-line">
              {others.map(({ id, name }) => (
                <li key={id} className="flex min-h-11 items-center justify-between gap-3 border-b border-line">
                  <span className="min-w-0 truncate font-medium">{name}</span>
                  <Button aria-label={`Open ${name}`} onClick={() => onChoose(id)}>
                    Open
                  </Button>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
      {step !== 'told' && (
        <SecondFactorSetup
          begin={beginSecondFactor}
          finish={finishSecondFactor}
          onTurnedOn={() => setStep('on')}
          onClose={() => {
            setStep('told')
            if (step === 'on') onTurnedOn()
          }}
        />
      )}
    </main>
  )
}
