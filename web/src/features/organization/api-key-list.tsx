import { useMutation } from '@apollo/client/react'
import { Ban, CircleCheck, ClockAlert } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { ApiKeyList_ApiKeyFragment } from '../../apollo/generated/graphql.ts'
import { graphql } from '../../apollo/generated/index.ts'
import { readError } from '../../apollo/read-error.ts'
import { Button } from '../../components/button.tsx'
import type { Column } from '../../components/data-table/column.ts'
import { DataTable } from '../../components/data-table/data-table.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { DateTime, RelativeTime } from '../../components/figures.tsx'
import { notify } from '../../components/notify.ts'
import { StatusLabel } from '../../components/status.tsx'
import { useNow } from '../../lib/use-now.ts'
import { scopeCode, scopes as scopeOrder, scopeWords } from './scope-words.ts'

/** What a row of the API keys shows. Spread with `@unmask`. */
graphql(`
  fragment ApiKeyList_apiKey on ApiKey {
    id
    name
    lastFour
    scopes
    createdAt
    createdBy
    expiresAt
    lastUsedAt
    revokedAt
  }
`)

const revokeMutation = graphql(`
  mutation RevokeApiKey($input: RevokeApiKeyInput!) {
    revokeApiKey(input: $input) {
      apiKey {
        id
        revokedAt
      }
    }
  }
`)

type ApiKey = ApiKeyList_ApiKeyFragment

const hasEnded = ({ expiresAt }: ApiKey, now: Date): boolean =>
  expiresAt !== null && Date.parse(expiresAt) <= now.getTime()

function KeyState({ apiKey, now }: { apiKey: ApiKey; now: Date }) {
  if (apiKey.revokedAt !== null) {
    return (
      <StatusLabel icon={Ban} tone="neutral">
        Revoked <DateTime at={apiKey.revokedAt} />
      </StatusLabel>
    )
  }
  if (apiKey.expiresAt === null) {
    return (
      <StatusLabel icon={CircleCheck} tone="good">
        Has no end
      </StatusLabel>
    )
  }
  const ended = hasEnded(apiKey, now)
  return (
    <StatusLabel icon={ended ? ClockAlert : CircleCheck} tone={ended ? 'warn' : 'good'}>
      {ended ? 'Ended' : 'Until'} <DateTime at={apiKey.expiresAt} />
    </StatusLabel>
  )
}

const columnsAt = (now: Date, onRevoke: (apiKey: ApiKey) => void): readonly Column<ApiKey>[] => [
  { id: 'name', header: 'Name', cell: ({ name }) => name, width: 180, tone: 'strong' },
  {
    id: 'key',
    header: 'Key',
    cell: ({ lastFour }) => (
      <span className="font-mono text-small">
        <span aria-hidden>•••• </span>
        {lastFour}
      </span>
    ),
    width: 96,
    narrow: 'none',
  },
  {
    id: 'scopes',
    header: 'May',
    cell: ({ scopes }) => {
      const held = scopeOrder.filter((scope) => scopes.includes(scope))
      return (
        <span title={held.map((scope) => scopeWords[scope]).join('\n')} className="font-mono text-small">
          {held.map(scopeCode).join(' ')}
        </span>
      )
    },
    tone: 'quiet',
    narrow: 'none',
  },
  { id: 'state', header: 'State', cell: (apiKey) => <KeyState apiKey={apiKey} now={now} />, width: 240 },
  {
    id: 'used',
    header: 'Last used',
    cell: ({ lastUsedAt }) =>
      lastUsedAt ? <RelativeTime at={lastUsedAt} /> : <span className="text-fg-3">Never</span>,
    width: 144,
    align: 'end',
    tone: 'quiet',
    drop: 1,
    narrow: 'none',
  },
  {
    id: 'by',
    header: 'Made by',
    cell: ({ createdBy }) => createdBy,
    width: 136,
    tone: 'quiet',
    drop: 0,
    narrow: 'none',
  },
  {
    id: 'act',
    header: 'Action',
    headerHidden: true,
    cell: (apiKey) =>
      apiKey.revokedAt === null && (
        <Button aria-label={`Revoke ${apiKey.name}`} onClick={() => onRevoke(apiKey)}>
          Revoke
        </Button>
      ),
    width: 112,
    align: 'end',
    narrow: 'none',
  },
]

/** The organization's API keys, the revoked ones too. On a phone a press on a row asks to revoke it. */
export function ApiKeyList({ apiKeys }: { apiKeys: readonly ApiKey[] }) {
  const now = useNow()
  const [asked, setAsked] = useState<ApiKey | null>(null)
  const columns = useMemo(() => columnsAt(now, setAsked), [now])
  return (
    <>
      <DataTable
        label="API keys"
        columns={columns}
        rows={apiKeys}
        rowId={({ id }) => id}
        rowName={({ name }) => name}
        onOpen={(apiKey) => apiKey.revokedAt === null && setAsked(apiKey)}
      />
      {asked && <RevokeDialog apiKey={asked} onClose={() => setAsked(null)} />}
    </>
  )
}

function RevokeDialog({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const [revoke, { loading }] = useMutation(revokeMutation)
  const act = async () => {
    try {
      await revoke({ variables: { input: { id: apiKey.id, clientMutationId: crypto.randomUUID() } } })
      notify.done(`${apiKey.name} was revoked`)
      onClose()
    } catch (error) {
      const { title, advice } = readError(error)
      notify.problem(title, { detail: advice })
    }
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Revoke ${apiKey.name}, ending in ${apiKey.lastFour}?`}
      description={
        apiKey.lastUsedAt ? (
          <>
            It was last used <RelativeTime at={apiKey.lastUsedAt} />. Whatever uses it stops working at once, and it
            cannot be taken back.
          </>
        ) : (
          'It was never used. It cannot be taken back.'
        )
      }
      actions={
        <>
          <Button size="md" onClick={onClose}>
            Keep the key
          </Button>
          <Button size="md" variant="danger" busy={loading} onClick={() => void act()}>
            Revoke the key
          </Button>
        </>
      }
    />
  )
}
