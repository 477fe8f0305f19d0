import { useApolloClient } from '@apollo/client/react'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { Link } from 'react-router'
import { readError } from '../../apollo/read-error.ts'
import { Button } from '../../components/button.tsx'
import { notify } from '../../components/notify.ts'
import { visitStands } from '../../lib/portal-visit.ts'
import { useViewer } from '../../lib/viewer.ts'
import { formDraftOf } from './form-draft.ts'
import { isStuck, outboxOf, type UnsentForm } from './outbox.ts'
import { RefusedForm } from './refused-form.tsx'
import { sendUnsent, type Sending } from './send-unsent.ts'
import { submitMutation } from './submit-mutation.ts'
import { isDue } from './try-again.ts'

/** How often it is tried while forms wait: a phone does not always say when it has a network again. */
const tryAgainMs = 15_000
/** What no form could be sent for: all of them go on waiting. */
const unreachable = new Set(['NETWORK', 'RATE_LIMITED', 'UNAUTHENTICATED'])
/** What may be of this form alone, and passes by itself: it goes on waiting. */
const passing = new Set(['PROVIDER_UNAVAILABLE', 'INTERNAL_SERVER_ERROR'])

export interface FormOutboxProps {
  /** Where a call's form is. */
  toCall: (eventId: string) => string
}

/** Says which forms wait on this device, and sends them once there is a network. */
export function FormOutbox({ toCall }: FormOutboxProps) {
  const { keptAs } = useViewer()
  const client = useApolloClient()
  const outbox = outboxOf(keptAs)
  const forms = useSyncExternalStore(outbox.subscribe, outbox.all)
  const [busy, setBusy] = useState(false)
  const waiting = forms.filter(({ problem }) => problem === null)
  const count = waiting.length
  const stuck = waiting.filter(isStuck)
  const fresh = count - stuck.length
  /** `all` also tries those whose pause is not over. */
  const send = useRef<(all: boolean) => Promise<void>>(() => Promise.resolve())

  useEffect(() => {
    const sendOne = async ({ input }: UnsentForm): Promise<Sending> => {
      // Somebody else came in on this device: what waits is not theirs to send.
      if (!visitStands()) return { kind: 'unreachable' }
      try {
        await client.mutate({ mutation: submitMutation, variables: { input } })
        return { kind: 'sent' }
      } catch (error) {
        const { code, title } = readError(error)
        if (unreachable.has(code)) return { kind: 'unreachable' }
        return passing.has(code) ? { kind: 'later' } : { kind: 'refused', why: title }
      }
    }
    send.current = async (all) => {
      // One tab at a time; the server would know a second one for the same act all the same.
      await navigator.locks.request(`clinch.outbox.${keptAs}`, { ifAvailable: true }, async (lock) => {
        if (!lock || !outbox.all().some(({ problem }) => problem === null)) return
        setBusy(true)
        const due = (form: UnsentForm) => all || isDue(form, new Date())
        const taken = await sendUnsent(outbox, sendOne, due).finally(() => setBusy(false))
        for (const { eventId, leadName, stood } of taken) {
          if (stood) formDraftOf(keptAs, eventId).drop()
          notify.done('Form filed', { detail: `${leadName}: it had waited on this device.` })
        }
        if (taken.length > 0) await client.refetchQueries({ include: 'active' })
      })
    }
  }, [client, outbox, keptAs])

  useEffect(() => {
    if (count === 0) return
    const attempt = () => void send.current(false)
    const onVisible = () => document.visibilityState === 'visible' && attempt()
    attempt()
    const timer = setInterval(attempt, tryAgainMs)
    window.addEventListener('online', attempt)
    document.addEventListener('visibilitychange', onVisible)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', attempt)
      document.removeEventListener('visibilitychange', onVisible)
    }
  }, [count])

  const refused = forms.filter(({ problem }) => problem !== null)
  return (
    <div role="status">
      {fresh > 0 && (
        <p className="flex items-center gap-2.5 border-b border-line bg-warn-soft px-4 py-2 md:px-6">
          <span className="min-w-0 flex-1">
            {fresh === 1 ? 'One form waits' : `${fresh} forms wait`} on this device, to be sent once you are back
            online.
          </span>
          <Button size="touch" busy={busy} onClick={() => void send.current(true)}>
            Send now
          </Button>
        </p>
      )}
      {stuck.map(({ eventId, leadName }) => (
        <p key={eventId} className="flex items-center gap-2.5 border-b border-line bg-warn-soft px-4 py-2 md:px-6">
          <span className="min-w-0 flex-1">
            The server cannot take the form of <Link to={toCall(eventId)}>{leadName}</Link> at the moment. It waits on
            this device, and is tried again by itself.
          </span>
          <Button size="touch" busy={busy} onClick={() => void send.current(true)}>
            Try now
          </Button>
        </p>
      ))}
      {refused.map((form) => (
        <RefusedForm
          key={form.eventId}
          form={form}
          to={toCall(form.eventId)}
          onDiscard={() => outbox.drop(form.eventId)}
        />
      ))}
    </div>
  )
}
