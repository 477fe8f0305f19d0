import { useNavigate } from 'react-router'
import { TrendChart } from '../../components/charts/trend-chart.tsx'
import type { TrendSeries } from '../../components/charts/trend.ts'
import { Segment } from '../../components/segment.tsx'
import { formatCount } from '../../lib/format-count.ts'
import { formatPeriod } from '../../lib/format-date.ts'
import { currencyDigits, formatMoney, formatMoneyAxis } from '../../lib/format-money.ts'
import { useFormatSettings } from '../../lib/format-settings.ts'
import { Definitions } from './definitions.tsx'
import { courseOf, runningTotal, stretchesOf, type Grain, type SummedKey } from './metric-course.ts'
import type { MetricDefinition } from './metric-report.ts'
import type { PeriodFigures } from './metric-tiles.tsx'
import { rowsOf } from './metric-rows.ts'

export const trendMetrics = ['cash', 'booked', 'shows'] as const
export type TrendMetric = (typeof trendMetrics)[number]

export const trendCourses = ['total', 'each'] as const
export type TrendCourse = (typeof trendCourses)[number]

const metricChoices = [
  { value: 'cash', label: 'Cash', title: 'Cash collected', key: 'cashCollected' },
  { value: 'booked', label: 'Booked', title: 'Booked calls', key: 'bookedCalls' },
  { value: 'shows', label: 'Shows', title: 'Shows', key: 'shows' },
] as const satisfies readonly { value: TrendMetric; label: string; title: string; key: SummedKey }[]

const eachLabels: Readonly<Record<Grain, string>> = { DAY: 'Daily', WEEK: 'Weekly', MONTH: 'Monthly' }

export interface TrendSectionProps {
  current: PeriodFigures
  previous: PeriodFigures
  definitions: readonly MetricDefinition[]
  grain: Grain
  today: string
  metric: TrendMetric
  /** A running total through the period, or each day by itself. */
  course: TrendCourse
  onChange: (change: { trend: TrendMetric } | { course: TrendCourse }) => void
}

/** A figure's course through the period, against the period before. A point opens the rows that it counts. */
export function TrendSection({
  current,
  previous,
  definitions,
  grain,
  today,
  metric,
  course,
  onChange,
}: TrendSectionProps) {
  const navigate = useNavigate()
  const { locale } = useFormatSettings()
  const cash = current.totals.cashCollected
  const choices = cash ? metricChoices : metricChoices.filter(({ value }) => value !== 'cash')
  const { title, key } = choices.find(({ value }) => value === metric) ?? metricChoices[1]
  const currency = cash?.currency ?? ''
  const digits = key === 'cashCollected' ? currencyDigits(currency) : 0
  const format = (value: number): string =>
    key === 'cashCollected'
      ? formatMoney({ amount: value.toFixed(digits), currency }, { precision: 'whole', locale })
      : formatCount(value)

  const seriesOf = ({ period, groups }: PeriodFigures): TrendSeries => {
    const stretches = stretchesOf(period, grain)
    const values = courseOf(groups, stretches, key, today)
    const drawn = course === 'total' ? runningTotal(values, digits) : values
    return {
      label: formatPeriod(period),
      points: stretches.map(({ from }, index) => ({ day: from, value: drawn[index] ?? null })),
    }
  }
  const openFrom = (day: string) => {
    const stretch = stretchesOf(current.period, grain).find(({ from }) => from === day)
    if (!stretch) return
    const from = course === 'total' ? current.period.from : stretch.from
    void navigate(rowsOf(key, { from, to: stretch.to }))
  }

  return (
    <TrendChart
      title={title}
      current={seriesOf(current)}
      previous={seriesOf(previous)}
      format={format}
      formatAxis={(value) => (key === 'cashCollected' ? formatMoneyAxis(value, currency, locale) : formatCount(value))}
      summary={summaryOf({ title, current, previous, text: (of) => format(Number(amountOf(of, key))) })}
      onOpenDay={openFrom}
    >
      <Segment
        label="Course"
        choices={[
          { value: 'total', label: 'Total' },
          { value: 'each', label: eachLabels[grain] },
        ]}
        value={course}
        onChange={(value) => onChange({ course: value })}
      />
      <Segment label="Figure" choices={choices} value={metric} onChange={(value) => onChange({ trend: value })} />
      <Definitions of={title} definitions={definitions} metrics={[key]} />
    </TrendChart>
  )
}

const amountOf = ({ totals }: PeriodFigures, key: SummedKey): number | string => {
  const value = totals[key]
  return typeof value === 'number' ? value : (value?.amount ?? 0)
}

const summaryOf = ({
  title,
  current,
  previous,
  text,
}: {
  title: string
  current: PeriodFigures
  previous: PeriodFigures
  text: (of: PeriodFigures) => string
}): string =>
  `${title} by day. ${formatPeriod(current.period)}: ${text(current)} in all; ${formatPeriod(previous.period)}: ${text(previous)} in all.`
