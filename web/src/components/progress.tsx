import { formatCount } from '../lib/format-count.ts'
import { formatDuration } from '../lib/format-duration.ts'
import { Button } from './button.tsx'

export interface ProgressProps {
  /** What goes on: `Fetching Stripe payments, Jan – Nov`. */
  label: string
  done: number
  /** Null while it is not known how much there is. */
  total: number | null
  /** An estimate in seconds, if there is one. */
  leftSeconds?: number
  onStop?: () => void
}

/** Work that takes long: count, time left, Stop. It goes on if the page is left. */
export function Progress({ label, done, total, leftSeconds, onStop }: ProgressProps) {
  const counted = total === null ? formatCount(done) : `${formatCount(done)} of ${formatCount(total)}`
  const left = leftSeconds === undefined ? '' : `, about ${formatDuration(leftSeconds)} left`
  const percent = total ? Math.min(100, (done / total) * 100) : 0
  return (
    <div>
      <div className="flex items-baseline gap-4">
        <span className="font-medium">{label}</span>
        <span className="ml-auto text-fg-2">{`${counted}${left}`}</span>
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={total ? Math.round(percent) : undefined}
        aria-valuetext={`${counted}${left}`}
        className="mt-3 mb-2 h-1 rounded-[2px] bg-line-strong"
      >
        <div
          style={{ width: `${percent}%` }}
          className="h-1 rounded-[2px] bg-accent-fill transition-[width] duration-(--slow)"
        />
      </div>
      <div className="flex items-center text-small text-fg-2">
        <span>Goes on if you leave this page</span>
        {onStop && (
          <span className="ml-auto">
            <Button variant="quiet" onClick={onStop}>
              Stop
            </Button>
          </span>
        )}
      </div>
    </div>
  )
}
