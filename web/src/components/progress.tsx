import { formatCount } from '../lib/format-count.ts'
import { formatDuration } from '../lib/format-duration.ts'
import { Button } from './button.tsx'

export interface ProgressProps {
  /** What goes on: `Fetching Stripe payments, Jan – Nov`. */
  label: string
  done: number
  /** Null where it is not known how many there are. */
  total: number | null
  /** How much of it is done, 0 to 1, where that is known without a total. */
  share?: number
  /** An estimate in seconds, if there is one. */
  leftSeconds?: number
  onStop?: () => void
}

/** Work that takes long: count, time left, Stop. It goes on if the page is left. */
export function Progress({ label, done, total, share, leftSeconds, onStop }: ProgressProps) {
  const left = leftSeconds === undefined ? '' : `, about ${formatDuration(leftSeconds)} left`
  const known = share ?? (total ? done / total : undefined)
  const counted =
    total !== null
      ? `${formatCount(done)} of ${formatCount(total)}`
      : share === undefined
        ? formatCount(done)
        : `${Math.floor(share * 100)}%`
  const percent = Math.min(100, (known ?? 0) * 100)
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
        aria-valuenow={known === undefined ? undefined : Math.round(percent)}
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
