import { useEffect, useRef, useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { FormProblem } from '../../components/form-problem.tsx'
import { notify } from '../../components/notify.ts'
import { formatCount } from '../../lib/format-count.ts'
import type { Period } from '../../lib/period.ts'
import { RerunDays } from './rerun-days.tsx'
import { goesOn, RerunRun, useRun } from './rerun-run.tsx'
import { stillMatters } from './still-matters.ts'
import { useRerun } from './use-rerun.ts'
import { useRerunRuns } from './use-rerun-runs.ts'

interface RerunDialogProps {
  /** The organization's day today. */
  today: string
  /** Credits changed: lists and sums that go by them are out of date. */
  onApplied?: (() => void) | undefined
  firstPeriod: Period
  onClose: () => void
}

/**
 * What crediting a period again would change, person by person; then does it. More payments than go at once are gone through by a run,
 * which is found here again for as long as there is something to do about it.
 */
export function RerunDialog({ today, firstPeriod, onClose, onApplied }: RerunDialogProps) {
  const [period, setPeriod] = useState(firstPeriod)
  const runs = useRerunRuns()
  const { latest, known } = runs
  /** Whatever run was found: that days are chosen, or a run that was begun here. */
  const [turnedTo, setTurnedTo] = useState<'days' | { runId: string } | null>(null)
  const [found, setFound] = useState<string | null>(null)
  // What is found when it is opened stays in view, also once nothing more can be done about it.
  const finding = found ?? (latest && stillMatters(latest) ? latest.id : null)
  if (finding !== found && turnedTo === null) setFound(finding)
  const runId = turnedTo === 'days' ? null : (turnedTo?.runId ?? finding)
  const run = useRun(runId)
  const rerun = useRerun(period, !known || runId !== null)
  const changed = rerun.preview?.changed ?? 0
  useWhenCredited(run, onApplied)

  const credit = async () => {
    const credited = await rerun.apply()
    if (credited === null) return
    notify.done(`${formatCount(credited)} ${credited === 1 ? 'payment was' : 'payments were'} credited again`)
    onApplied?.()
    onClose()
  }
  const begin = async (beginning: Promise<string | null>) => {
    const begun = await beginning
    if (begun !== null) setTurnedTo({ runId: begun })
  }

  const way = wayOn(run)
  return (
    <Dialog
      open
      onOpenChange={(stays) => !stays && onClose()}
      title="Re-run credits"
      description={
        <p>
          The rules decide again, from what is known today and by today’s settings, for every payment of these days.
          What was credited by hand is left alone.
        </p>
      }
      actions={
        runId !== null ? (
          <>
            <Button size="md" onClick={onClose}>
              Close
            </Button>
            {run && !goesOn(run.job.state) && (
              <Button size="md" onClick={() => setTurnedTo('days')}>
                Choose other days
              </Button>
            )}
            {run && way === 'resume' && (
              <Button size="md" variant="primary" busy={runs.acting} onClick={() => void runs.resume(run.id)}>
                Go on where it stopped
              </Button>
            )}
            {run && way === 'credit' && (
              <Button size="md" variant="primary" busy={runs.acting} onClick={() => void begin(runs.credit(run.id))}>
                Credit {formatCount(run.changed)} again
              </Button>
            )}
          </>
        ) : (
          <>
            <Button size="md" onClick={onClose}>
              {changed > 0 ? 'Leave the credits' : 'Close'}
            </Button>
            {rerun.tooMany && (
              <Button size="md" variant="primary" busy={runs.acting} onClick={() => void begin(runs.look(period))}>
                Look at what would change
              </Button>
            )}
            {changed > 0 && (
              <Button size="md" variant="primary" busy={rerun.applying || rerun.looking} onClick={() => void credit()}>
                Credit {formatCount(changed)} again
              </Button>
            )}
          </>
        )
      }
    >
      {runId !== null ? (
        <>
          {runs.problem && (
            <div className="mb-3">
              <FormProblem message={runs.problem} />
            </div>
          )}
          <RerunRun run={run} onStop={(id) => void runs.stop(id)} />
        </>
      ) : (
        <RerunDays
          today={today}
          period={period}
          onChoose={(chosen) => {
            rerun.forget()
            setPeriod(chosen)
          }}
          rerun={rerun}
          problem={rerun.problem ?? runs.problem}
          last={latest && !goesOn(latest.job.state) ? latest : null}
        />
      )}
    </Dialog>
  )
}

/** What can be done about a run that has ended: let it go on, or credit what it looked at. */
function wayOn(run: ReturnType<typeof useRun>): 'resume' | 'credit' | null {
  if (run === undefined || goesOn(run.job.state)) return null
  if (run.job.state !== 'DONE') return 'resume'
  return run.job.kind === 'ATTRIBUTION_PREVIEW' && run.changed > 0 && run.rerun === null ? 'credit' : null
}

/** Once a run that was seen under way has credited something, what shows credits is out of date. */
function useWhenCredited(run: ReturnType<typeof useRun>, onApplied: (() => void) | undefined): void {
  const underWay = useRef<string>(null)
  useEffect(() => {
    if (run?.job.kind !== 'ATTRIBUTION_RERUN') return
    if (goesOn(run.job.state)) underWay.current = run.id
    else if (underWay.current === run.id) {
      underWay.current = null
      onApplied?.()
    }
  }, [run, onApplied])
}
