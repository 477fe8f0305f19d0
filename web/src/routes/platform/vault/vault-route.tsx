import { useQuery } from '@apollo/client/react'
import { graphql } from '../../../apollo/generated/index.ts'
import type { PlatformVaultPageQuery } from '../../../apollo/generated/graphql.ts'
import { LoadError } from '../../../apollo/load-error.tsx'
import { CompactTable } from '../../../components/compact-table.tsx'
import type { Column } from '../../../components/data-table/column.ts'
import { PageHeader } from '../../../components/page-header.tsx'
import { Facts, Section } from '../../../components/section.tsx'
import { SkeletonRows } from '../../../components/skeleton.tsx'
import { formatCount } from '../../../lib/format-count.ts'
import { sealedSentence } from '../../../features/platform/vault-words.ts'

const query = graphql(`
  query PlatformVaultPage {
    platformVault {
      keyVersion
      secrets
      upToDate
      inTheClear
      keys {
        version
        isConfigured
        secrets
        organizations
      }
    }
  }
`)

type Vault = PlatformVaultPageQuery['platformVault']
type VaultKey = Vault['keys'][number]

const keyColumns: readonly Column<VaultKey>[] = [
  { id: 'version', header: 'Master key', width: 120, tone: 'strong', cell: ({ version }) => `Version ${version}` },
  {
    id: 'configured',
    header: 'Configured',
    cell: ({ isConfigured, secrets }) =>
      isConfigured ? 'Yes' : secrets > 0 ? <span className="text-bad">No: what it sealed does not open</span> : 'No',
  },
  { id: 'secrets', header: 'Secrets', width: 100, align: 'end', cell: ({ secrets }) => formatCount(secrets) },
  {
    id: 'organizations',
    header: 'Organizations',
    width: 120,
    align: 'end',
    cell: ({ organizations }) => formatCount(organizations),
  },
]

/** How far the secrets of all organizations are sealed with the current master key. Looked at again while a rotation runs. */
export function Component() {
  const { data, error, refetch } = useQuery(query, { pollInterval: 10_000 })
  return (
    <>
      <PageHeader title="Vault" note="how the providers’ secrets are sealed" />
      <div role="region" aria-label="The vault’s report" tabIndex={0} className="min-h-0 flex-1 overflow-y-auto">
        {data ? (
          <VaultReport vault={data.platformVault} />
        ) : error ? (
          <LoadError title="The vault’s report did not load" error={error} onRetry={() => void refetch()} />
        ) : (
          <SkeletonRows rows={6} columns={3} label="Loading the vault’s report" />
        )}
      </div>
    </>
  )
}

function VaultReport({ vault }: { vault: Vault }) {
  const { secrets, upToDate, inTheClear, keyVersion, keys } = vault
  const percent = secrets === 0 ? 100 : Math.floor((upToDate / secrets) * 100)
  const sentence = sealedSentence(vault)
  return (
    <div className="divide-y divide-line">
      <Section
        title="Sealed with the current master key"
        action={<span className="text-fg-3">{`version ${keyVersion}`}</span>}
      >
        <div
          role="progressbar"
          aria-label="Secrets sealed with the current master key"
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={percent}
          aria-valuetext={sentence}
          className="mt-3 mb-2 h-1 max-w-150 rounded-[2px] bg-line-strong"
        >
          <div style={{ width: `${percent}%` }} className="h-1 rounded-[2px] bg-accent-fill" />
        </div>
        <p className="text-fg-2">{sentence}</p>
        <div className="mt-3">
          <Facts
            facts={[
              { term: 'Secrets', value: formatCount(secrets) },
              {
                term: 'In the clear',
                value: <span className={inTheClear > 0 ? 'text-warn' : undefined}>{formatCount(inTheClear)}</span>,
              },
            ]}
          />
        </div>
      </Section>
      <Section title="Master keys" count={keys.length}>
        <div className="max-w-200">
          <CompactTable label="Master keys" columns={keyColumns} rows={keys} rowId={({ version }) => String(version)} />
        </div>
      </Section>
    </div>
  )
}
