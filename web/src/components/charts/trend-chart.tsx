import { Table2 } from 'lucide-react'
import { useId, useState, type ReactNode } from 'react'
import { IconButton } from '../button.tsx'
import { TrendPlot } from './trend-plot.tsx'
import { TrendTable } from './trend-table.tsx'

export interface TrendPoint {
  /** A calendar day, `YYYY-MM-DD`. */
  day: string
  /** Null is unknown, and leaves a gap. */
  value: number | null
}

export interface TrendSeries {
  /** Its period in words: `Nov 1 – 20`. */
  label: string
  points: readonly TrendPoint[]
}

export interface TrendChartProps {
  /** What is plotted: `Cash collected`. */
  title: string
  current: TrendSeries
  /** The period before: dashed and grey, laid under this one day by day. */
  previous?: TrendSeries
  /** A value in full, for line ends, the table and the summary. */
  format: (value: number) => string
  /** A value on the axis, which alone may be abbreviated. */
  formatAxis?: (value: number) => string
  /** One sentence that says what the picture shows; made from the last values if left out. */
  summary?: string
  /** Opens the rows of a day. */
  onOpenDay?: (day: string) => void
  /** Stands in the head, before the table's button: a segment. */
  children?: ReactNode
}

const lastValue = (series: TrendSeries): number | null =>
  series.points.findLast((point) => point.value !== null)?.value ?? null

const summaryOf = ({ title, current, previous, format }: TrendChartProps): string =>
  `${title} by day. ${[current, ...(previous ? [previous] : [])]
    .map((series) => {
      const value = lastValue(series)
      return `${series.label}: ${value === null ? 'unknown' : format(value)}`
    })
    .join('; ')}.`

/** A figure's course by day against the period before, with the table behind it and a summary in words. */
export function TrendChart(props: TrendChartProps) {
  const { title, current, previous, children } = props
  const [asTable, setAsTable] = useState(false)
  const id = useId()
  const summary = props.summary ?? summaryOf(props)
  return (
    <section aria-labelledby={id} className="min-w-0 px-4 py-4 md:px-6">
      <div className="flex min-h-7 flex-wrap items-center gap-2">
        <h2 id={id} className="font-semibold tracking-[-0.004em]">
          {title}
        </h2>
        <span className="ml-2 inline-flex flex-wrap items-center gap-x-3 text-small text-fg-3">
          <span className="inline-flex items-center gap-1.5">
            <span aria-hidden className="h-0.5 w-3 rounded-[1px] bg-(--chart-1)" />
            {current.label}
          </span>
          {previous && (
            <span className="inline-flex items-center gap-1.5">
              <span
                aria-hidden
                className="h-0.5 w-[13px] bg-[repeating-linear-gradient(90deg,var(--chart-previous)_0_3px,transparent_3px_5px)]"
              />
              {previous.label}
            </span>
          )}
        </span>
        <div className="ml-auto flex flex-wrap items-center gap-2">
          {children}
          <IconButton
            label="Show as table"
            aria-pressed={asTable}
            onClick={() => setAsTable(!asTable)}
            variant={asTable ? 'secondary' : 'quiet'}
          >
            <Table2 aria-hidden size={14} strokeWidth={1.75} />
          </IconButton>
        </div>
      </div>
      <div className="mt-2">{asTable ? <TrendTable {...props} /> : <TrendPlot {...props} summary={summary} />}</div>
    </section>
  )
}
