import type { ReactNode } from 'react'
import type { ConnectionWebhookState } from '../../apollo/generated/graphql.ts'
import { Button } from '../../components/button.tsx'
import { DateTime, RelativeTime } from '../../components/figures.tsx'
import { Facts } from '../../components/section.tsx'
import { Status } from '../../components/status.tsx'
import { webhookLooks } from './webhook-looks.ts'

export interface WebhookOfProvider {
  state: ConnectionWebhookState
  /** In words to act on. */
  summary: string
  isWanted: boolean
  registeredAt: string | null
  checkedAt: string | null
  failingSince: string | null
  disabledSince: string | null
  missedSince: string | null
}

export interface WebhookLinesProps {
  /** The provider, within a sentence. */
  provider: string
  webhook: WebhookOfProvider
  hasKey: boolean
  /** Whether the connection is switched on. */
  isOn: boolean
  busy: boolean
  onRegister: (newKey: boolean) => void
  onRemove: () => void
  /** Asks for the key that Clinch registers with; none where that is done elsewhere. */
  onKey?: () => void
}

/** How the webhook that Clinch registers stands, and what can be done about it. */
export function WebhookLines(props: WebhookLinesProps) {
  const { webhook } = props
  const facts = [
    { term: 'Registered', at: webhook.registeredAt },
    { term: 'Looked at', at: webhook.checkedAt, relative: true },
    { term: 'Failing since', at: webhook.failingSince },
    { term: 'Given up since', at: webhook.disabledSince },
    { term: 'Missed since', at: webhook.missedSince },
  ].flatMap(({ term, at, relative }) =>
    at === null ? [] : [{ term, value: relative ? <RelativeTime at={at} /> : <DateTime at={at} /> }],
  )
  return (
    <div className="flex flex-col items-start gap-3">
      <div role="status">
        <p className="font-medium">
          <Status looks={webhookLooks} value={webhook.state} />
        </p>
        <p className="mt-1 max-w-130 text-pretty text-fg-2">{webhook.summary}</p>
      </div>
      {facts.length > 0 && <Facts facts={facts} />}
      <div className="flex flex-wrap items-center gap-2 empty:hidden">
        <Acts {...props} />
      </div>
    </div>
  )
}

function Acts({ provider, webhook, hasKey, isOn, busy, onRegister, onRemove, onKey }: WebhookLinesProps): ReactNode {
  const { state, isWanted } = webhook
  const needsKey = !hasKey || state === 'NO_KEY' || state === 'KEY_REFUSED'
  const key = needsKey && onKey && (
    <Button size="md" variant="primary" onClick={onKey}>
      {hasKey ? 'Enter a new token' : 'Add the token'}
    </Button>
  )
  if (state === 'NOT_REGISTERED' && !isWanted)
    return (
      key || (
        <Button size="md" variant="primary" busy={busy} disabled={!isOn || !hasKey} onClick={() => onRegister(false)}>
          Register it at {provider}
        </Button>
      )
    )
  if (state === 'NOT_REGISTERED' || state === 'REMOVING') return null
  if (!isWanted || !isOn)
    return (
      <>
        {key}
        <Button size="md" busy={busy} onClick={onRemove}>
          Try to remove it again
        </Button>
      </>
    )
  const remove = (
    <Button size="md" busy={busy} onClick={onRemove}>
      {webhook.registeredAt === null ? 'Stop trying' : `Remove it at ${provider}`}
    </Button>
  )
  if (state === 'REGISTERING') return remove
  return (
    <>
      {key}
      <Button
        size="md"
        variant={state === 'ACTIVE' || key ? 'secondary' : 'primary'}
        busy={busy}
        onClick={() => onRegister(state === 'ACTIVE')}
      >
        {state === 'ACTIVE' ? 'Register it with a new key' : 'Try again'}
      </Button>
      {remove}
    </>
  )
}
