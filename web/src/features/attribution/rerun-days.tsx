import { FormProblem } from '../../components/form-problem.tsx'
import { PeriodPicker } from '../../components/period-picker.tsx'
import { Skeleton, SkeletonGroup } from '../../components/skeleton.tsx'
import { formatPeriod } from '../../lib/format-date.ts'
import type { Period } from '../../lib/period.ts'
import { effectInWords, RerunEffect } from './rerun-effect.tsx'
import type { LatestRun } from './rerun-queries.ts'
import type { Rerun } from './use-rerun.ts'

interface RerunDaysProps {
  /** The organization's day today. */
  today: string
  period: Period
  onChoose: (period: Period) => void
  rerun: Pick<Rerun, 'preview' | 'looking' | 'tooMany'>
  problem: string | undefined
  /** The newest run, which has ended. */
  last: LatestRun | null
}

/** Which days are credited again, and what that would change. */
export function RerunDays({
  today,
  period,
  onChoose,
  rerun: { preview, looking, tooMany },
  problem,
  last,
}: RerunDaysProps) {
  return (
    <>
      <PeriodPicker value={period} onChange={onChoose} today={today} />
      {problem && (
        <div className="mt-3">
          <FormProblem message={problem} />
        </div>
      )}
      {tooMany ? (
        <p role="status" className="mt-3 text-pretty">
          These days have so many payments that they are gone through step by step, which takes a while. What would
          change is looked at first, and changes nothing yet.
        </p>
      ) : preview ? (
        <>
          <p role="status" className="mt-3">
            {effectInWords(preview)}
          </p>
          <RerunEffect effect={preview} />
        </>
      ) : (
        looking && (
          <div className="mt-4">
            <SkeletonGroup label="Looking at what would change">
              <Skeleton widthPx={320} />
            </SkeletonGroup>
          </div>
        )
      )}
      {last && (
        <p className="mt-4 border-t border-line pt-2 text-small text-pretty text-fg-3">
          {last.job.kind === 'ATTRIBUTION_RERUN' ? 'Last credited step by step' : 'Last looked at step by step'}:{' '}
          {formatPeriod(last.job.period, { year: 'always' })}, by {last.job.requestedBy}. {last.summary}
        </p>
      )}
    </>
  )
}
