import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { FormProblem } from '../../components/form-problem.tsx'
import { notify } from '../../components/notify.ts'
import { PeriodPicker } from '../../components/period-picker.tsx'
import { Skeleton, SkeletonGroup } from '../../components/skeleton.tsx'
import { formatCount } from '../../lib/format-count.ts'
import type { Period } from '../../lib/period.ts'
import { effectInWords, RerunEffect } from './rerun-effect.tsx'
import { useRerun } from './use-rerun.ts'

interface RerunDialogProps {
  /** The organization's day today. */
  today: string
  /** Credits changed: lists and sums that go by them are out of date. */
  onApplied?: (() => void) | undefined
  firstPeriod: Period
  onClose: () => void
}

/** What crediting a period again would change, person by person; then does it. */
export function RerunDialog({ today, firstPeriod, onClose, onApplied }: RerunDialogProps) {
  const [period, setPeriod] = useState(firstPeriod)
  const { preview, looking, applying, problem, apply, forget } = useRerun(period)
  const changed = preview?.changed ?? 0

  const credit = async () => {
    const credited = await apply()
    if (credited === null) return
    notify.done(`${formatCount(credited)} ${credited === 1 ? 'payment was' : 'payments were'} credited again`)
    onApplied?.()
    onClose()
  }

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
        <>
          <Button size="md" onClick={onClose}>
            {changed > 0 ? 'Leave the credits' : 'Close'}
          </Button>
          {changed > 0 && (
            <Button size="md" variant="primary" busy={applying || looking} onClick={() => void credit()}>
              Credit {formatCount(changed)} again
            </Button>
          )}
        </>
      }
    >
      <PeriodPicker
        value={period}
        onChange={(chosen) => {
          forget()
          setPeriod(chosen)
        }}
        today={today}
      />
      {problem && (
        <div className="mt-3">
          <FormProblem message={problem} />
        </div>
      )}
      {preview ? (
        <>
          <p role="status" className="mt-3">
            {effectInWords(preview)}
          </p>
          <RerunEffect preview={preview} />
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
    </Dialog>
  )
}
