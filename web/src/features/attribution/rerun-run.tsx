import { skipToken, useQuery } from '@apollo/client/react'
import { useEffect, useRef } from 'react'
import { DateTime } from '../../components/figures.tsx'
import { Progress } from '../../components/progress.tsx'
import { Skeleton, SkeletonGroup } from '../../components/skeleton.tsx'
import { formatPeriod } from '../../lib/format-date.ts'
import { RerunEffect } from './rerun-effect.tsx'
import { type RerunRun as Run, rerunOutcome, rerunRun } from './rerun-queries.ts'

const lookEveryMs = 1_000

export const goesOn = (state: Run['job']['state']): boolean => state === 'QUEUED' || state === 'RUNNING'

/** A run of credits, looked at again and again until it has ended. */
export function useRun(id: string | null): Run | undefined {
  const over = useRef(false)
  const { data } = useQuery(
    rerunRun,
    id === null
      ? skipToken
      : {
          variables: { id },
          fetchPolicy: 'network-only',
          pollInterval: lookEveryMs,
          skipPollAttempt: () => over.current,
        },
  )
  const run = data?.attributionRun ?? undefined
  const isOver = run !== undefined && !goesOn(run.job.state)
  useEffect(() => {
    over.current = isOver
  }, [isOver])
  return run
}

interface RerunRunProps {
  run: Run | undefined
  onStop: (id: string) => void
}

/** How far a run of credits has come, or what came of it. It goes on if the dialog, or the page, is left. */
export function RerunRun({ run, onStop }: RerunRunProps) {
  const over = run !== undefined && !goesOn(run.job.state)
  const { data } = useQuery(rerunOutcome, over ? { variables: { id: run.id }, fetchPolicy: 'network-only' } : skipToken)
  if (run === undefined) {
    return (
      <SkeletonGroup label="Looking how far it has come">
        <Skeleton widthPx={320} />
      </SkeletonGroup>
    )
  }
  const { id, summary, filtered, job } = run
  const outcome = data?.attributionRun
  const days = formatPeriod(job.period, { year: 'always' })
  const credits = job.kind === 'ATTRIBUTION_RERUN'
  return (
    <div className="flex flex-col gap-3">
      {over ? (
        <p className="text-fg-2">
          <span className={job.state === 'FAILED' ? 'font-medium text-bad' : 'font-medium text-fg'}>
            {endingOf(job.state, credits)}
          </span>{' '}
          {days}, asked for by {job.requestedBy}
          {job.finishedAt !== null && (
            <>
              , <DateTime at={job.finishedAt} />
            </>
          )}
        </p>
      ) : (
        <Progress
          label={`${credits ? 'Crediting again' : 'Looking at'} ${days}`}
          done={0}
          total={null}
          share={job.progress}
          leftSeconds={job.secondsLeft ?? undefined}
          onStop={() => onStop(id)}
        />
      )}
      {job.error !== null && <p className="text-pretty">{job.error}</p>}
      {!over && job.waitsFor !== null && <p className="text-warn">{job.waitsFor}</p>}
      <p role="status">
        {filtered && 'Of some people, or ways of crediting, alone. '}
        {summary}
      </p>
      {over && outcome && <RerunEffect effect={outcome} done={credits} />}
      {!over && (
        <p className="text-pretty text-fg-2">
          {credits ? 'What was credited stays so if you stop it.' : 'Nothing is changed by looking.'} It goes on when
          you close this, and is found here again. Asked for by {job.requestedBy}.
        </p>
      )}
    </div>
  )
}

function endingOf(state: Run['job']['state'], credits: boolean): string {
  if (state === 'FAILED') return 'It could not go on.'
  if (state === 'CANCELED') return 'Stopped.'
  return credits ? 'Done.' : 'Looked at.'
}
