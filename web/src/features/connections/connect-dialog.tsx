import { useMutation } from '@apollo/client/react'
import { type ComponentProps, useState } from 'react'
import { graphql } from '../../apollo/generated/index.ts'
import type { Provider } from '../../apollo/generated/graphql.ts'
import { refusalOf } from '../../apollo/read-error.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import type { FormResult } from '../../lib/form-result.ts'
import { ConnectionWebhook } from './connection-webhook.tsx'
import { ConnectForm, type ConnectValues } from './connect-form.tsx'
import { type CheckedKey, KeyCheck, useKeyCheck } from './key-check.tsx'
import { inputOfMapping } from './mapping-draft.ts'
import { ProviderSteps } from './provider-steps.tsx'
import { providerWords } from './provider-words.ts'
import { SecretForm } from './secret-form.tsx'
import { useSecretRotation } from './use-secret-rotation.ts'

const createMutation = graphql(`
  mutation CreateConnection($input: CreateConnectionInput!) {
    createConnection(input: $input) {
      connection {
        id
        name
        provider
        webhookUrl
        ...ConnectionWebhook_connection
      }
      madeSecret
    }
  }
`)

interface Made {
  id: string
  name: string
  webhookUrl: string
  /** As it was given or made; empty if it was not. */
  secret: string
  /** What trying its key came to, where there is one to try. */
  checked: CheckedKey | null
  /** Its webhook, where Clinch has been given what it registers it with. */
  webhook: ComponentProps<typeof ConnectionWebhook>['connection'] | null
}

export interface ConnectDialogProps {
  provider: Provider
  /** A connection was made: its list is to be read anew. */
  onMade: () => void
  /** Closed; with the id of the connection if one was made. */
  onClose: (connectionId: string | null) => void
}

/** First what Clinch needs, then what is left to do at the provider. */
export function ConnectDialog({ provider, onMade, onClose }: ConnectDialogProps) {
  const [create] = useMutation(createMutation)
  const [clientMutationId] = useState(() => crypto.randomUUID())
  const [made, setMade] = useState<Made | null>(null)
  const check = useKeyCheck()
  const { inWords: name, tells, proof } = providerWords[provider]

  const send = async (values: ConnectValues): Promise<FormResult<keyof ConnectValues>> => {
    try {
      const { data } = await create({
        variables: {
          input: {
            provider,
            name: values.name,
            ...(values.webhookSecret === '' ? {} : { webhookSecret: values.webhookSecret }),
            ...(values.account === '' ? {} : { account: values.account }),
            ...(values.apiKey === '' ? {} : { apiKey: values.apiKey }),
            ...(tells === 'payments' ? {} : { mapping: inputOfMapping(values.mapping) }),
            clientMutationId,
          },
        },
      })
      if (data) {
        const { connection, madeSecret } = data.createConnection
        const checked = proof === 'api-key' ? await check(connection.id) : null
        const { id, name: madeName, webhookUrl } = connection
        const webhook = provider === 'CALENDLY' && values.apiKey !== '' ? connection : null
        setMade({ id, name: madeName, webhookUrl, secret: madeSecret ?? values.webhookSecret, checked, webhook })
      }
      onMade()
      return { ok: true }
    } catch (error) {
      return refusalOf(error, ['name', 'webhookSecret', 'account', 'apiKey', 'mapping'])
    }
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose(made?.id ?? null)}
      title={made ? `Set it up at ${provider === 'CUSTOM' ? 'your end' : name}` : `Connect ${name}`}
      description={
        made
          ? `${made.name} is made. ${nextOf(made, name)}`
          : 'Keys and secrets are kept sealed, and are never shown again.'
      }
      actions={
        made && (
          <Button size="md" onClick={() => onClose(made.id)}>
            Done
          </Button>
        )
      }
    >
      {made ? (
        <Remaining provider={provider} made={made} />
      ) : (
        <ConnectForm provider={provider} onSend={send} onDone={() => undefined} onCancel={() => onClose(null)} />
      )}
    </Dialog>
  )
}

const nextOf = ({ webhook }: Made, name: string): string =>
  webhook
    ? `Clinch can tell ${name} where to send by itself; how that stands is shown under Set-up too.`
    : `Now tell ${name} where to send; the steps stay under Set-up.`

function Remaining({ provider, made }: { provider: Provider; made: Made }) {
  const { rotate } = useSecretRotation(made.id, 'WEBHOOK_SECRET')
  const [saved, setSaved] = useState(made.secret !== '' || providerWords[provider].proof === 'api-key')
  if (made.webhook) return <ConnectionWebhook connection={made.webhook} />
  return (
    <ProviderSteps
      provider={provider}
      webhookUrl={made.webhookUrl}
      signingSecret={made.secret === '' ? undefined : made.secret}
      keyCheck={made.checked ? <KeyCheck connectionId={made.id} first={made.checked} /> : undefined}
      secretForm={
        saved ? undefined : (
          <SecretForm what="signing secret" overlaps replaces={false} onSend={rotate} onDone={() => setSaved(true)} />
        )
      }
    />
  )
}
