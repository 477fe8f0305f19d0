import { useState } from 'react'
import { Badge } from '../../components/badge.tsx'
import { Button } from '../../components/button.tsx'
import { DateTime, RelativeTime } from '../../components/figures.tsx'
import { notify } from '../../components/notify.ts'
import { Section } from '../../components/section.tsx'
import type { FormResult } from '../../lib/form-result.ts'

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
  onEnd: (id: string) => Promise<FormResult<never>>
  onEndOthers: () => Promise<FormResult<never>>
}

/** Where the person is signed in, this place first; any of the others, or all of them, can be signed out from here. */
export function SessionList({ sessions, onEnd, onEndOthers }: SessionListProps) {
  const [ending, setEnding] = useState<string | null>(null)
  const others = sessions.filter(({ current }) => !current)
  const end = async (what: string, act: () => Promise<FormResult<never>>, done: string) => {
    if (ending !== null) return
    setEnding(what)
    const result = await act()
    setEnding(null)
    if (result.ok) notify.done(done)
    else notify.problem('That session is still open', { detail: result.message })
  }
  return (
    <Section
      title="Where you are signed in"
      count={sessions.length}
      action={
        others.length > 1 && (
          <Button
            busy={ending === 'others'}
            onClick={() => void end('others', onEndOthers, 'You are signed out everywhere else')}
          >
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
                busy={ending === session.id}
                onClick={() => void end(session.id, () => onEnd(session.id), `${session.device} is signed out`)}
              >
                Sign out
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
