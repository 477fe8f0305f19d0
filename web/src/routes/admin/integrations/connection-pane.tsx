import { onDemand } from '../../../lib/on-demand.tsx'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import type { IntegrationsPageQuery } from '../../../apollo/generated/graphql.ts'
import { Button, ButtonLink } from '../../../components/button.tsx'
import { Tabs } from '../../../components/tabs.tsx'
import { ConnectionHours } from '../../../features/connections/connection-hours.tsx'
import { ConnectionOverview, type ConnectionOverviewProps } from '../../../features/connections/connection-overview.tsx'
import { providerWords } from '../../../features/connections/provider-words.ts'
import { formatRate } from '../../../lib/format-rate.ts'
import { integrationsTo, noConditions, type IntegrationsState } from './integrations-search.ts'

const SecretDialog = onDemand(
  async () => (await import('../../../features/connections/secret-dialog.tsx')).SecretDialog,
)

export type PageConnection = IntegrationsPageQuery['connections'][number]

export interface ConnectionPaneProps {
  connection: PageConnection
  tab: IntegrationsState['tab']
  figure?: ConnectionOverviewProps['figure']
}

/** Whether a connection has such a part: money names no setter, and some providers are never asked for what they have. */
export const hasTab = ({ provider, syncKind }: PageConnection, tab: IntegrationsState['tab']): boolean =>
  tab === 'mapping' ? providerWords[provider].tells !== 'payments' : tab !== 'sync' || syncKind !== null

/** The head of an open connection: how it is doing, what to do about it, and the tabs of what it has. */
export function ConnectionPane({ connection, tab, figure }: ConnectionPaneProps) {
  const [params] = useSearchParams()
  const to = (change: Partial<IntegrationsState>) => integrationsTo(params, { open: null, ...change })
  const tabs = [
    { id: 'deliveries', label: 'Deliveries', to: to({ tab: 'deliveries' }) },
    ...(hasTab(connection, 'mapping')
      ? [{ id: 'mapping', label: 'Field mapping', to: to({ tab: 'mapping', ...noConditions }) }]
      : []),
    ...(hasTab(connection, 'sync') ? [{ id: 'sync', label: 'Sync', to: to({ tab: 'sync', ...noConditions }) }] : []),
    { id: 'setup', label: 'Set-up', to: to({ tab: 'setup', ...noConditions }) },
  ]
  return (
    <>
      <ConnectionOverview
        connection={connection}
        figure={figure}
        actions={<NextSteps connection={connection} tab={tab} to={to} />}
      />
      <ConnectionHours connection={connection} />
      <Tabs label="Parts of the connection" tabs={tabs} current={tab} />
    </>
  )
}

const secretActs = {
  told: (hasSecret: boolean) => (hasSecret ? 'Paste the new secret' : 'Paste the signing secret'),
  shown: (hasSecret: boolean) => (hasSecret ? 'Paste the new secret' : 'Paste the signing secret'),
  'api-key': (hasSecret: boolean) => (hasSecret ? 'Enter the new key' : 'Enter the API key'),
  made: () => 'Make a new one',
} as const

function NextSteps({
  connection,
  tab,
  to,
}: Pick<ConnectionPaneProps, 'connection' | 'tab'> & {
  to: (change: Partial<IntegrationsState>) => ReturnType<typeof integrationsTo>
}) {
  const [asksSecret, setAsksSecret] = useState(false)
  const { id, provider, name, health, secrets, webhook } = connection
  const hasSecret = secrets.some((secret) => secret.field === 'WEBHOOK_SECRET' && secret.validUntil === null)
  const { proof } = providerWords[provider]
  const { latestSync } = connection
  const syncs = latestSync?.state === 'QUEUED' || latestSync?.state === 'RUNNING'
  // Where Clinch registers the webhook, it makes the secret with it.
  const registers = webhook?.isWanted === true || (webhook !== null && health.state === 'NO_SECRET')
  const secretIsTheMatter = health.state === 'REFUSING' || health.state === 'NO_SECRET'
  return (
    <>
      {secretIsTheMatter && registers && tab !== 'setup' && (
        <ButtonLink size="md" variant="primary" to={to({ tab: 'setup', ...noConditions })}>
          {webhook.isWanted ? 'Register it again under Set-up' : 'Register the webhook under Set-up'}
        </ButtonLink>
      )}
      {secretIsTheMatter && !registers && (
        <Button size="md" variant="primary" onClick={() => setAsksSecret(true)}>
          {secretActs[proof](hasSecret)}
        </Button>
      )}
      {health.state === 'REFUSING' && (
        <ButtonLink size="md" to={to({ tab: 'deliveries', ...noConditions, state: ['REFUSED'] })}>
          See what was refused
        </ButtonLink>
      )}
      {health.state === 'FAILING' && health.waiting + health.parked > 0 && (
        <ButtonLink
          size="md"
          variant="primary"
          to={to({ tab: 'deliveries', ...noConditions, state: ['PARKED', 'FAILED'] })}
        >
          See what failed
        </ButtonLink>
      )}
      {health.state === 'FAILING' && health.waiting + health.parked === 0 && tab !== 'setup' && (
        <ButtonLink size="md" variant="primary" to={to({ tab: 'setup', ...noConditions })}>
          {webhook?.isWanted ? 'See to it under Set-up' : 'Test the key under Set-up'}
        </ButtonLink>
      )}
      {tab !== 'setup' && (health.state === 'NEVER_USED' || health.state === 'DISABLED') && (
        <ButtonLink size="md" variant="primary" to={to({ tab: 'setup', ...noConditions })}>
          {health.state === 'DISABLED' ? 'Turn it on under Set-up' : `Set it up at ${providerWords[provider].inWords}`}
        </ButtonLink>
      )}
      {syncs && tab !== 'sync' && (
        <ButtonLink size="md" to={to({ tab: 'sync', ...noConditions })}>
          Syncing, {formatRate(latestSync.progress)}
        </ButtonLink>
      )}
      {asksSecret && (
        <SecretDialog
          connectionId={id}
          provider={provider}
          name={name}
          field={providerWords[provider].proof === 'api-key' ? 'API_KEY' : 'WEBHOOK_SECRET'}
          replaces={hasSecret}
          onClose={() => setAsksSecret(false)}
        />
      )}
    </>
  )
}
