import { useMutation, useQuery } from '@apollo/client/react'
import { useState } from 'react'
import { readError } from '../../apollo/read-error.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { FormProblem } from '../../components/form-problem.tsx'
import { notify } from '../../components/notify.ts'
import { PeriodPicker } from '../../components/period-picker.tsx'
import { Skeleton, SkeletonGroup } from '../../components/skeleton.tsx'
import { formatCount } from '../../lib/format-count.ts'
import type { Period } from '../../lib/period.ts'
import { effectInWords, RerunEffect } from './rerun-effect.tsx'
import { rerunApply, rerunPreview } from './rerun-queries.ts'

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
  // One for each opening: pressed twice, it is done once.
  const [clientMutationId] = useState(() => crypto.randomUUID())
  const input = { period: { from: period.from, to: period.to } }
  const { data, error, loading, refetch } = useQuery(rerunPreview, {
    variables: { input },
    fetchPolicy: 'network-only',
    notifyOnNetworkStatusChange: true,
  })
  const [rerun, { loading: applying }] = useMutation(rerunApply)
  const [refusal, setRefusal] = useState<string>()
  const preview = loading ? undefined : data?.previewAttribution
  const changed = preview?.changed ?? 0

  const apply = async () => {
    if (!preview || changed === 0) return
    setRefusal(undefined)
    try {
      await rerun({ variables: { input: { ...input, fingerprint: preview.fingerprint, clientMutationId } } })
      notify.done(`${formatCount(changed)} ${changed === 1 ? 'payment was' : 'payments were'} credited again`)
      onApplied?.()
      onClose()
    } catch (failure) {
      const { code, title } = readError(failure)
      setRefusal(
        code === 'CONFLICT' ? 'Something changed meanwhile, so nothing was applied. This is how it stands now.' : title,
      )
      await refetch()
    }
  }

  const failure = error && readError(error)
  const problem = refusal ?? failure?.fields[0]?.message ?? (failure && `${failure.title}. ${failure.advice}`)
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
            <Button size="md" variant="primary" busy={applying} onClick={() => void apply()}>
              Credit {formatCount(changed)} again
            </Button>
          )}
        </>
      }
    >
      <PeriodPicker
        value={period}
        onChange={(chosen) => {
          setRefusal(undefined)
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
        loading && (
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
