import type { FragmentType } from '@apollo/client'
import { useFragment } from '@apollo/client/react'
import { type ReactNode, useState } from 'react'
import { graphql } from '../../apollo/generated/index.ts'
import type { ConnectionSecretField } from '../../apollo/generated/graphql.ts'
import { readError } from '../../apollo/read-error.ts'
import { Button } from '../../components/button.tsx'
import { notify } from '../../components/notify.ts'
import { Section } from '../../components/section.tsx'
import { Switch } from '../../components/switch.tsx'
import { ConnectionWebhook } from './connection-webhook.tsx'
import { KeyCheck } from './key-check.tsx'
import { ProviderSteps } from './provider-steps.tsx'
import { providerWords } from './provider-words.ts'
import { SecretDialog } from './secret-dialog.tsx'
import { SettingForm } from './setting-form.tsx'
import { SecretLines } from './secret-lines.tsx'
import { useConnectionChange } from './use-connection-change.ts'

const connectionFragment = graphql(`
  fragment ConnectionSetup_connection on Connection {
    id
    provider
    name
    state
    webhookUrl
    account
    secrets {
      field
      lastFour
      createdAt
      validUntil
    }
    webhook {
      isWanted
    }
    ...ConnectionWebhook_connection
  }
`)

/** The webhook address and what to do at the provider, the secrets on file, the name, and whether it takes deliveries. */
export function ConnectionSetup({ connection: from }: { connection: FragmentType<typeof connectionFragment> }) {
  const { data: connection, complete } = useFragment({
    fragment: connectionFragment,
    fragmentName: 'ConnectionSetup_connection',
    from,
  })
  const [asked, setAsked] = useState<ConnectionSecretField | null>(null)
  const change = useConnectionChange()
  if (!complete) return null
  const { id, provider, name, state, webhookUrl, account, secrets, webhook } = connection
  const words = providerWords[provider]
  const proofField = words.proof === 'api-key' ? 'API_KEY' : 'WEBHOOK_SECRET'
  const onFile = (field: ConnectionSecretField) =>
    secrets.some((secret) => secret.field === field && secret.validUntil === null)
  const turn = async (enabled: boolean) => {
    try {
      await change({ id, enabled })
      notify.done(enabled ? `${words.name} ${name} is on` : `${words.name} ${name} is off`, {
        action: { label: 'Undo', onPress: () => void turn(!enabled) },
      })
    } catch (error) {
      const { title, advice } = readError(error)
      notify.problem(title, { detail: advice })
    }
  }
  return (
    <div className="grid divide-line max-xl:divide-y xl:grid-cols-2 xl:divide-x">
      <Section title={words.proof === 'made' && words.tells === 'anything' ? 'At your end' : `At ${words.name}`}>
        {webhook && (
          <div className="mt-3 mb-5 max-w-150">
            <ConnectionWebhook connection={connection} onKey={() => setAsked('API_KEY')} />
          </div>
        )}
        <ByHand folded={webhook !== null}>
          <ProviderSteps
            provider={provider}
            webhookUrl={webhookUrl}
            secretForm={
              onFile(proofField) ? undefined : (
                <Button onClick={() => setAsked(proofField)}>Add the {lowerFirst(words.proofName)}</Button>
              )
            }
            keyCheck={
              words.proof === 'api-key' && onFile('API_KEY') ? <KeyCheck key={id} connectionId={id} /> : undefined
            }
          />
        </ByHand>
      </Section>
      <div className="divide-y divide-line">
        <Section title="Secrets">
          <SecretLines
            provider={provider}
            secrets={secrets}
            ownSecret={webhook?.isWanted === true}
            onReplace={setAsked}
          />
        </Section>
        {words.proof === 'api-key' && (
          <Section title="User id">
            <SettingForm key={id} connectionId={id} setting="account" value={account ?? ''} />
          </Section>
        )}
        <Section title="Name">
          <SettingForm key={id} connectionId={id} setting="name" value={name} />
        </Section>
        <Section title="Deliveries">
          <div className="mt-3">
            <Switch
              label="Take deliveries"
              detail={`While this is off, ${words.inWords} is answered as if this connection were not there, and sends again for a while.`}
              checked={state === 'ACTIVE'}
              onChange={(enabled) => void turn(enabled)}
            />
          </div>
        </Section>
      </div>
      {asked && (
        <SecretDialog
          connectionId={id}
          provider={provider}
          name={name}
          field={asked}
          replaces={onFile(asked)}
          onClose={() => setAsked(null)}
        />
      )}
    </div>
  )
}

/** What is done by hand; where Clinch does it, folded away. */
function ByHand({ folded, children }: { folded: boolean; children: ReactNode }) {
  if (!folded) return <div className="mt-3 max-w-150">{children}</div>
  return (
    <details className="max-w-150">
      <summary className="w-fit cursor-pointer rounded-xs text-fg-2 pointer-coarse:py-3">
        Make the webhook by hand instead
      </summary>
      <div className="mt-3">{children}</div>
    </details>
  )
}

/** Within a sentence; an abbreviation stays as it is. */
const lowerFirst = (text: string): string =>
  /^[A-Z]{2}/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1)
