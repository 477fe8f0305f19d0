import { BarList, type Bar } from '../../components/charts/bar-list.tsx'
import { Section } from '../../components/section.tsx'
import { Segment } from '../../components/segment.tsx'
import { formatRate } from '../../lib/format-rate.ts'
import { useFormatSettings } from '../../lib/format-settings.ts'
import type { Period } from '../../lib/period.ts'
import { Definitions } from './definitions.tsx'
import { figureText, sizeOf } from './metric-figure.ts'
import type { MetricDefinition, MetricSource } from './metric-report.ts'
import { rowsOf } from './metric-rows.ts'

export const sourceMetrics = ['cash', 'booked', 'closed'] as const
export type SourceMetric = (typeof sourceMetrics)[number]

const choices = [
  { value: 'cash', label: 'Net cash', key: 'netCash' },
  { value: 'booked', label: 'Booked', key: 'bookedCalls' },
  { value: 'closed', label: 'Closed', key: 'closes' },
] as const satisfies readonly { value: SourceMetric; label: string; key: string }[]

export interface SourcesProps {
  period: Period
  groups: readonly MetricSource[]
  definitions: readonly MetricDefinition[]
  metric: SourceMetric
  onChange: (metric: SourceMetric) => void
}

/** Where calls and money come from, the largest first, each source opening its rows. */
export function Sources({ period, groups, definitions, metric, onChange }: SourcesProps) {
  const { locale } = useFormatSettings()
  const { key } = choices.find(({ value }) => value === metric) ?? choices[0]
  const sized = groups
    .map((group) => ({ group, size: sizeOf(group.values[key]) ?? 0 }))
    .filter(({ size }) => size !== 0)
    .sort((one, other) => other.size - one.size)
  const sum = sized.reduce((total, { size }) => total + size, 0)
  const bars = sized.map(({ group, size }): Bar => {
    const [source] = group.keys
    return {
      id: source?.id ?? '',
      label: source?.label ?? '',
      value: Math.max(0, size),
      figure: figureText(key, group.values[key], locale) ?? '',
      rate: sum > 0 ? formatRate(size / sum) : '',
      // Rows cannot be asked for by what they lack.
      to: source?.id ? rowsOf(key, period, { source: [source.id] }) : undefined,
    }
  })
  return (
    <Section
      title="By source"
      action={
        <>
          <Segment label="Figure by source" choices={choices} value={metric} onChange={onChange} />
          <Definitions of="By source" definitions={definitions} metrics={[key]} />
        </>
      }
    >
      {bars.length === 0 ? (
        <p className="mt-2 text-fg-2">Nothing in this period.</p>
      ) : (
        <div className="max-h-81 overflow-y-auto">
          <BarList label="By source" bars={bars} />
        </div>
      )}
    </Section>
  )
}
