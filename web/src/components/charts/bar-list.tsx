import { Link, type To } from 'react-router'

export interface Bar {
  id: string
  label: string
  /** What the bar's length shows; never negative. */
  value: number
  /** The value as text. */
  figure: string
  /** A second figure at the end, such as the share of the step before. */
  rate?: string
  /** Every figure opens its rows. */
  to?: To
}

export interface BarListProps {
  /** What the bars are: `Booked to paid`. */
  label: string
  bars: readonly Bar[]
}

/** Bars from zero with their figures printed: a funnel, a share by source. The figures are text, so the list is its own table. */
export function BarList({ label, bars }: BarListProps) {
  const most = Math.max(1, ...bars.map((bar) => bar.value))
  const rated = bars.some((bar) => bar.rate !== undefined)
  const columns = rated
    ? 'grid-cols-[minmax(56px,max-content)_1fr_auto_auto]'
    : 'grid-cols-[minmax(56px,max-content)_1fr_auto]'
  return (
    <ol aria-label={label} className={`mt-2 grid gap-x-3 ${columns}`}>
      {bars.map((bar) => {
        const content = (
          <>
            <span className="max-w-40 truncate">{bar.label}</span>
            <span aria-hidden className="h-5">
              <span
                style={{ width: `${(bar.value / most) * 100}%` }}
                className="block h-5 min-w-px rounded-[3px] bg-(--chart-1)"
              />
            </span>
            <span className="text-right font-semibold">{bar.figure}</span>
            {rated && <span className="text-right text-fg-2">{bar.rate}</span>}
          </>
        )
        const look = 'col-span-full grid h-10 grid-cols-subgrid items-center'
        return (
          <li key={bar.id} className="col-span-full grid grid-cols-subgrid">
            {bar.to === undefined ? (
              <div className={look}>{content}</div>
            ) : (
              <Link to={bar.to} className={`${look} rounded-sm hover:bg-(--hover)`}>
                {content}
              </Link>
            )}
          </li>
        )
      })}
    </ol>
  )
}

/** A thin bar beside a printed figure, as in a leaderboard's row. `share` is 0 to 1. */
export function InlineBar({ share }: { share: number }) {
  return (
    <span aria-hidden className="block w-18">
      <span
        style={{ width: `${Math.max(0, Math.min(1, share)) * 100}%` }}
        className="block h-1.5 rounded-[3px] bg-(--chart-1)"
      />
    </span>
  )
}
