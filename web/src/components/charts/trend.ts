import type { ReactNode } from 'react'

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
