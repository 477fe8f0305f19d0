import { Table2 } from 'lucide-react'
import { useId, useState } from 'react'
import { IconButton } from '../button.tsx'
import type { TrendChartProps, TrendSeries } from './trend.ts'
import { TrendPlot } from './trend-plot.tsx'
import { TrendTable } from './trend-table.tsx'

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
