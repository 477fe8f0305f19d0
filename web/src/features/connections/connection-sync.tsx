import type { FragmentType } from '@apollo/client'
import { useFragment } from '@apollo/client/react'
import { useState } from 'react'
import { graphql } from '../../apollo/generated/index.ts'
import { Button } from '../../components/button.tsx'
import { Section } from '../../components/section.tsx'
import { addDays, type Period, todayIn } from '../../lib/period.ts'
import { useNow } from '../../lib/use-now.ts'
import { useViewer } from '../../lib/viewer.ts'
import { KeyCheck } from './key-check.tsx'
import { providerWords, type ProviderWords } from './provider-words.ts'
import { SecretDialog } from './secret-dialog.tsx'
import { SyncForm } from './sync-form.tsx'
import { SyncRun } from './sync-run.tsx'
import { useSync } from './use-sync.ts'

const connectionFragment = graphql(`
  fragment ConnectionSync_connection on Connection {
    id
    provider
    name
    syncKind
    secrets {
      field
      validUntil
    }
    latestSync {
      id
      state
      ...SyncRun_job
    }
  }
`)

const daysBack = 90
/** Calls are booked ahead; money is not. */
const daysAhead = (tells: ProviderWords['tells']): number => (tells === 'bookings' ? 60 : 0)

/** Asks the provider for what it has of some days, and shows how that goes and what came of it. */
export function ConnectionSync({ connection: from }: { connection: FragmentType<typeof connectionFragment> }) {
  const { data: connection, complete } = useFragment({
    fragment: connectionFragment,
    fragmentName: 'ConnectionSync_connection',
    from,
  })
  const { organization } = useViewer()
  const today = todayIn(organization.timeZone, useNow())
  const { start, resume, stop } = useSync()
  const [asksKey, setAsksKey] = useState(false)
  if (!complete || connection.syncKind === null) return null
  const { id, provider, name, latestSync, secrets } = connection
  const words = providerWords[provider]
  const permissions = words.syncPermissions ?? []
  const hasKey = secrets.some((secret) => secret.field === 'API_KEY' && secret.validUntil === null)
  const goesOn = latestSync?.state === 'QUEUED' || latestSync?.state === 'RUNNING'
  const offered: Period = { from: addDays(today, -daysBack), to: addDays(today, daysAhead(words.tells)) }
  return (
    <div className="grid divide-line max-xl:divide-y xl:grid-cols-2 xl:divide-x">
      <Section title={`Sync ${words.tells}`}>
        <p className="mt-1 mb-4 max-w-130 text-pretty text-fg-2">
          Asks {words.name} for all of its {words.tells} of some days. What its webhooks told already is nothing new;
          what got lost, or came before this connection, is taken in.
        </p>
        {!hasKey ? (
          <div className="flex flex-col items-start gap-3">
            <p className="max-w-130 text-pretty">{words.syncKeyAdvice}</p>
            {permissions.length > 0 && (
              <ul className="flex max-w-130 flex-wrap gap-x-3 font-mono text-small leading-5 text-fg-2">
                {permissions.map((permission) => (
                  <li key={permission}>{permission}</li>
                ))}
              </ul>
            )}
            <Button size="md" variant="primary" onClick={() => setAsksKey(true)}>
              Add the API key
            </Button>
          </div>
        ) : goesOn ? (
          <p className="text-fg-2">One is under way. Another one can begin when it has ended.</p>
        ) : (
          <div className="flex flex-col gap-4">
            <SyncForm key={id} period={offered} act={`Sync ${words.tells}`} onSend={(period) => start(id, period)} />
            <KeyCheck key={`key of ${id}`} connectionId={id} />
          </div>
        )}
      </Section>
      <Section title={goesOn ? 'Under way' : 'Last sync'}>
        <div className="mt-3">
          {latestSync ? (
            <SyncRun key={latestSync.id} job={latestSync} onStop={stop} onResume={resume} />
          ) : (
            <p className="text-fg-2">There was none yet.</p>
          )}
        </div>
      </Section>
      {asksKey && (
        <SecretDialog
          connectionId={id}
          provider={provider}
          name={name}
          field="API_KEY"
          replaces={false}
          onClose={() => setAsksKey(false)}
        />
      )}
    </div>
  )
}
