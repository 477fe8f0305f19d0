import { useId } from 'react'
import { formatCount } from '../lib/format-count.ts'

export interface MeterProps {
  /** What is counted: `Seats`. */
  label: string
  used: number
  /** Null for any number. */
  limit: number | null
  /** When it begins anew, or what counts. */
  note?: string
}

/** How much of a limit is used, as figures and as a bar. Full is amber, not red: nothing is wrong, only used up. */
export function Meter({ label, used, limit, note }: MeterProps) {
  const id = useId()
  const share = limit === null ? 0 : limit === 0 ? 1 : Math.min(1, used / limit)
  const isFull = limit !== null && used >= limit
  const said = limit === null ? `${formatCount(used)}, no limit` : `${formatCount(used)} of ${formatCount(limit)}`
  return (
    <div className="min-w-0">
      <div className="flex items-baseline justify-between gap-3">
        <span id={id} className="font-medium">
          {label}
        </span>
        <span className={isFull ? 'font-medium text-warn' : 'text-fg-2'}>{said}</span>
      </div>
      {limit !== null && (
        <div
          role="meter"
          aria-labelledby={id}
          aria-valuemin={0}
          aria-valuemax={limit}
          aria-valuenow={Math.min(used, limit)}
          aria-valuetext={said}
          className="mt-2 h-1 overflow-hidden rounded-[2px] bg-line-strong"
        >
          <div
            style={{ width: `${share * 100}%` }}
            className={`h-1 rounded-[2px] ${isFull ? 'bg-warn' : 'bg-accent-fill'}`}
          />
        </div>
      )}
      {note && <p className="mt-1.5 text-small text-fg-3">{note}</p>}
    </div>
  )
}
