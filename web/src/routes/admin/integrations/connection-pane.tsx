import { onDemand } from '../../../lib/on-demand.tsx'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import type { IntegrationsPageQuery } from '../../../apollo/generated/graphql.ts'
import { Button, ButtonLink } from '../../../components/button.tsx'
import { Tabs } from '../../../components/tabs.tsx'
import { ConnectionOverview, type ConnectionOverviewProps } from '../../../features/connections/connection-overview.tsx'
import { providerWords } from '../../../features/connections/provider-words.ts'
import { integrationsTo, type IntegrationsState } from './integrations-search.ts'

const SecretDialog = onDemand(
  async () => (await import('../../../features/connections/secret-dialog.tsx')).SecretDialog,
)

export type PageConnection = IntegrationsPageQuery['connections'][number]

export interface ConnectionPaneProps {
  connection: PageConnection
  tab: IntegrationsState['tab']
  figure?: ConnectionOverviewProps['figure']
}

/** The head of an open connection: how it is doing, what to do about it, and the tabs of what it has. */
export function ConnectionPane({ connection, tab, figure }: ConnectionPaneProps) {
  const [params] = useSearchParams()
  const to = (change: Partial<IntegrationsState>) => integrationsTo(params, { open: null, ...change })
  const tabs = [
    { id: 'deliveries', label: 'Deliveries', to: to({ tab: 'deliveries' }) },
    ...(providerWords[connection.provider].tells === 'bookings'
      ? [{ id: 'mapping', label: 'Field mapping', to: to({ tab: 'mapping', q: '', state: [] }) }]
      : []),
    { id: 'setup', label: 'Set-up', to: to({ tab: 'setup', q: '', state: [] }) },
  ]
  return (
    <>
      <ConnectionOverview
        connection={connection}
        figure={figure}
        actions={<NextSteps connection={connection} tab={tab} to={to} />}
      />
      <Tabs label="Parts of the connection" tabs={tabs} current={tab} />
    </>
  )
}

function NextSteps({
  connection,
  tab,
  to,
}: Pick<ConnectionPaneProps, 'connection' | 'tab'> & {
  to: (change: Partial<IntegrationsState>) => ReturnType<typeof integrationsTo>
}) {
  const [asksSecret, setAsksSecret] = useState(false)
  const { id, provider, name, health, secrets } = connection
  const hasSecret = secrets.some((secret) => secret.field === 'WEBHOOK_SECRET' && secret.validUntil === null)
  const secretIsTheMatter = health.state === 'REFUSING' || health.state === 'NO_SECRET'
  return (
    <>
      {secretIsTheMatter && (
        <Button size="md" variant="primary" onClick={() => setAsksSecret(true)}>
          {hasSecret ? 'Paste the new secret' : 'Paste the signing secret'}
        </Button>
      )}
      {health.state === 'REFUSING' && (
        <ButtonLink size="md" to={to({ tab: 'deliveries', state: ['REFUSED'], q: '' })}>
          See what was refused
        </ButtonLink>
      )}
      {health.state === 'FAILING' && (
        <ButtonLink size="md" variant="primary" to={to({ tab: 'deliveries', state: ['PARKED', 'FAILED'], q: '' })}>
          See what failed
        </ButtonLink>
      )}
      {tab !== 'setup' && (health.state === 'NEVER_USED' || health.state === 'DISABLED') && (
        <ButtonLink size="md" variant="primary" to={to({ tab: 'setup', state: [], q: '' })}>
          {health.state === 'DISABLED' ? 'Turn it on under Set-up' : `Set it up at ${providerWords[provider].name}`}
        </ButtonLink>
      )}
      {asksSecret && (
        <SecretDialog
          connectionId={id}
          of={`${providerWords[provider].name} ${name}`}
          field="WEBHOOK_SECRET"
          replaces={hasSecret}
          onClose={() => setAsksSecret(false)}
        />
      )}
    </>
  )
}
