import type { FragmentType } from '@apollo/client'
import { useFragment } from '@apollo/client/react'
import { graphql } from '../../apollo/generated/index.ts'
import { providerWords } from './provider-words.ts'
import { useWebhook } from './use-webhook.ts'
import { WebhookLines } from './webhook-lines.tsx'

const connectionFragment = graphql(`
  fragment ConnectionWebhook_connection on Connection {
    id
    provider
    state
    secrets {
      field
      validUntil
    }
    webhook {
      state
      summary
      isWanted
      registeredAt
      checkedAt
      failingSince
      disabledSince
      missedSince
    }
  }
`)

/** The webhook that Clinch registers at the provider by itself; nothing for a provider where that is done by hand. */
export function ConnectionWebhook({
  connection: from,
  onKey,
}: {
  connection: FragmentType<typeof connectionFragment>
  /** Asks for the key that it registers with; none where that is done elsewhere. */
  onKey?: () => void
}) {
  const { data: connection, complete } = useFragment({
    fragment: connectionFragment,
    fragmentName: 'ConnectionWebhook_connection',
    from,
  })
  const state = complete ? connection.webhook?.state : undefined
  const { register, remove, busy } = useWebhook(
    complete ? connection.id : '',
    state === 'REGISTERING' || state === 'REMOVING' || state === 'DISABLED',
  )
  if (!complete || connection.webhook === null) return null
  return (
    <WebhookLines
      provider={providerWords[connection.provider].inWords}
      webhook={connection.webhook}
      hasKey={connection.secrets.some(({ field, validUntil }) => field === 'API_KEY' && validUntil === null)}
      isOn={connection.state === 'ACTIVE'}
      busy={busy}
      onRegister={(newKey) => void register(newKey)}
      onRemove={() => void remove()}
      onKey={onKey}
    />
  )
}
