import type { FragmentType } from '@apollo/client'
import { skipToken, useFragment, useQuery } from '@apollo/client/react'
import { graphql } from '../../apollo/generated/index.ts'
import { Button } from '../../components/button.tsx'
import { DateTime } from '../../components/figures.tsx'
import { Progress } from '../../components/progress.tsx'
import { formatPeriod } from '../../lib/format-date.ts'
import { formatCount } from '../../lib/format-count.ts'
import { Facts } from '../../components/section.tsx'

const jobFragment = graphql(`
  fragment SyncRun_job on Job {
    id
    kind
    state
    period {
      from
      to
    }
    progress
    secondsLeft
    seenCount
    createdCount
    changedCount
    failedCount
    problems
    waitsUntil
    waitsFor
    error
    requestedBy
    createdAt
    finishedAt
  }
`)

const jobQuery = graphql(`
  query SyncRun($id: ID!) {
    job(id: $id) {
      ...SyncRun_job
    }
  }
`)

const lookEveryMs = 2_000

export interface SyncRunProps {
  job: FragmentType<typeof jobFragment>
  onStop: (id: string) => Promise<void>
  onResume: (id: string) => Promise<void>
}

/** A sync under way, with how far it has come, or what came of the last one. It goes on if the page is left. */
export function SyncRun({ job: from, onStop, onResume }: SyncRunProps) {
  const { data: job, complete } = useFragment({ fragment: jobFragment, from })
  const goesOn = complete && (job.state === 'QUEUED' || job.state === 'RUNNING')
  useQuery(
    jobQuery,
    goesOn ? { variables: { id: job.id }, pollInterval: lookEveryMs, fetchPolicy: 'network-only' } : skipToken,
  )
  if (!complete) return null
  const { id, state, period, seenCount, createdCount, changedCount, failedCount, problems } = job
  const days = formatPeriod(period, { year: 'always' })
  const counts = [
    { term: 'Seen', value: formatCount(seenCount) },
    { term: 'New', value: formatCount(createdCount) },
    { term: 'Changed', value: formatCount(changedCount) },
    ...(failedCount > 0
      ? [{ term: 'Not taken in', value: <span className="text-bad">{formatCount(failedCount)}</span> }]
      : []),
  ]
  return (
    <div className="flex max-w-150 flex-col gap-4">
      {goesOn ? (
        <>
          <Progress
            label={`${job.kind === 'BOOKING_SYNC' ? 'Bookings' : 'Payments'} of ${days}`}
            done={seenCount}
            total={null}
            share={job.progress}
            leftSeconds={job.secondsLeft ?? undefined}
            onStop={() => void onStop(id)}
          />
          {job.waitsFor !== null && (
            <p role="status" className="text-warn">
              {job.waitsFor}{' '}
              {job.waitsUntil !== null && (
                <>
                  It goes on by itself at <DateTime at={job.waitsUntil} />.
                </>
              )}
            </p>
          )}
        </>
      ) : (
        <div role="status">
          <p>
            <span className={state === 'FAILED' ? 'font-medium text-bad' : 'font-medium'}>{endings[state]}</span>{' '}
            <span className="text-fg-2">
              {days}, asked for by {job.requestedBy}
              {job.finishedAt !== null && (
                <>
                  , <DateTime at={job.finishedAt} />
                </>
              )}
            </span>
          </p>
          {job.error !== null && <p className="mt-1 text-pretty">{job.error}</p>}
        </div>
      )}
      <Facts facts={counts} />
      {problems.length > 0 && (
        <details>
          <summary className="cursor-pointer text-fg-2">Why some were not taken in</summary>
          <ul className="mt-2 list-disc pl-5 text-pretty">
            {problems.map((problem, index) => (
              <li key={index}>{problem}</li>
            ))}
          </ul>
        </details>
      )}
      {(state === 'FAILED' || state === 'CANCELED') && (
        <div>
          <Button size="md" onClick={() => void onResume(id)}>
            Go on where it stopped
          </Button>
        </div>
      )}
    </div>
  )
}

const endings = {
  QUEUED: '',
  RUNNING: '',
  DONE: 'Done.',
  FAILED: 'It could not go on.',
  CANCELED: 'Stopped.',
} as const
