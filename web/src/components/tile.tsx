import type { ReactNode } from 'react'
import { Link, type To } from 'react-router'
import { classNames } from '../lib/class-names.ts'
import { unknownFigure } from '../lib/format-rate.ts'
import { Sparkline } from './charts/sparkline.tsx'
import { Change, type ChangeProps } from './figures.tsx'

export interface TileProps {
  label: string
  /** The figure as text, whole units; null is unknown. */
  figure: string | null
  /** The exact figure, on hover. */
  exact?: string
  change?: ChangeProps
  /** The earlier figure as text: shown after the change as `from $187,900`. */
  from?: string
  /** Why there is no figure; `warn` where something has to be done about it. */
  unknown?: { reason: string; tone?: 'neutral' | 'warn' }
  /** What to know of the figure beside its change. */
  note?: string
  /** The figure's course through the period, oldest first. */
  trend?: readonly (number | null)[]
  /** Every figure opens the rows that it counts. */
  to: To
  /** Takes two columns and holds `aside` beside the figure. */
  wide?: boolean
  aside?: ReactNode
}

/** One figure of the sheet. Tiles stand in a TileGrid, which draws the rules between them. */
export function Tile({ label, figure, exact, change, from, unknown, note, trend, to, wide = false, aside }: TileProps) {
  return (
    <div
      className={classNames(
        'relative flex min-h-27 border-b border-l border-line',
        wide && 'col-span-2 max-sm:flex-col',
      )}
    >
      <Link
        to={to}
        className="flex min-w-0 flex-1 flex-col py-3.5 pr-4 pl-4 transition-colors duration-(--fast) hover:bg-(--hover) focus-visible:shadow-[inset_0_0_0_2px_var(--accent)] md:pl-6"
      >
        <span className="text-small font-medium text-fg-2">{label}</span>
        <span
          title={exact}
          className={classNames(
            'mt-1 font-semibold tracking-(--track-figure)',
            wide ? 'text-[24px] leading-7' : 'text-figure',
            figure === null && 'text-fg-3',
          )}
        >
          {figure ?? unknownFigure}
        </span>
        <span className="mt-2 flex flex-wrap gap-x-1.5 text-small">
          {figure === null && unknown ? (
            <span className={unknown.tone === 'warn' ? 'text-warn' : 'text-fg-3'}>{unknown.reason}</span>
          ) : (
            <>
              {change && <Change {...change} />}
              {from !== undefined && <span className="whitespace-nowrap text-fg-3">from {from}</span>}
              {note !== undefined && <span className="text-fg-3">{note}</span>}
            </>
          )}
        </span>
        {trend && figure !== null && (
          <span className="absolute top-9 right-5 hidden @[216px]:block">
            <Sparkline values={trend} />
          </span>
        )}
      </Link>
      {aside && <div className="px-4 pb-3.5 sm:w-1/2 sm:self-center sm:pr-6 sm:pb-0 sm:pl-0">{aside}</div>}
    </div>
  )
}

/** Five columns from 1280, three from 768, two below. The rules on the outer edges are hidden by the clipping wrapper. */
export function TileGrid({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section aria-label={label} className="shrink-0 overflow-hidden border-b border-line">
      <div className="-mb-px -ml-px grid grid-cols-2 md:grid-cols-3 xl:grid-cols-5 [&>*]:@container">{children}</div>
    </section>
  )
}
