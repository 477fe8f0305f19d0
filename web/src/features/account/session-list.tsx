import { useState } from 'react'
import { Badge } from '../../components/badge.tsx'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { DateTime, RelativeTime } from '../../components/figures.tsx'
import { notify } from '../../components/notify.ts'
import { Section } from '../../components/section.tsx'
import type { FormResult } from '../../lib/form-result.ts'
import { PasswordForm } from './password-form.tsx'

/** A place where the person is signed in. */
export interface ShownSession {
  id: string
  /** Browser and system, in words. */
  device: string
  /** Null where it is not known. */
  address: string | null
  createdAt: string
  lastSeenAt: string
  current: boolean
}

export interface SessionListProps {
  sessions: readonly ShownSession[]
  /** Refused where the password is wrong, with the field `password`. */
  onEnd: (id: string, password: string) => Promise<FormResult<string>>
  onEndOthers: (password: string) => Promise<FormResult<string>>
}

/** What is to be ended: one of them, or all but this one. */
type Asked = ShownSession | 'others'

/** Where the person is signed in, this place first; any of the others, or all of them, can be signed out from here. */
export function SessionList({ sessions, onEnd, onEndOthers }: SessionListProps) {
  const [asked, setAsked] = useState<Asked | null>(null)
  const others = sessions.filter(({ current }) => !current)
  return (
    <Section
      title="Where you are signed in"
      count={sessions.length}
      action={
        others.length > 1 && (
          <Button aria-haspopup="dialog" onClick={() => setAsked('others')}>
            Sign out everywhere else
          </Button>
        )
      }
    >
      <ul aria-label="Sessions" className="mt-2 max-w-200 border-t border-line">
        {[...sessions.filter(({ current }) => current), ...others].map((session) => (
          <li key={session.id} className="flex min-h-13 items-center justify-between gap-4 border-b border-line py-2">
            <div className="min-w-0">
              <p className="flex flex-wrap items-center gap-2 font-medium">
                {session.device}
                {session.current && <Badge tone="accent">This device</Badge>}
              </p>
              <p className="text-small text-fg-3">
                {session.address !== null && <>{session.address}, </>}
                {session.current ? (
                  'now'
                ) : (
                  <>
                    last seen <RelativeTime at={session.lastSeenAt} />
                  </>
                )}
                , signed in <DateTime at={session.createdAt} />
              </p>
            </div>
            {!session.current && (
              <Button
                aria-label={`Sign out ${session.device}`}
                aria-haspopup="dialog"
                onClick={() => setAsked(session)}
              >
                Sign out
              </Button>
            )}
          </li>
        ))}
      </ul>
      {asked && (
        <Dialog
          open
          onOpenChange={(open) => !open && setAsked(null)}
          title={asked === 'others' ? 'Sign out everywhere else?' : `Sign out ${asked.device}?`}
          description="Your password, once more: nobody who finds this page open is to shut you out elsewhere."
          actions={null}
        >
          <PasswordForm
            label="Sign out"
            onSend={(password) => (asked === 'others' ? onEndOthers(password) : onEnd(asked.id, password))}
            onDone={() => {
              notify.done(asked === 'others' ? 'You are signed out everywhere else' : `${asked.device} is signed out`)
              setAsked(null)
            }}
            onCancel={() => setAsked(null)}
          />
        </Dialog>
      )}
    </Section>
  )
}
