import { useState } from 'react'
import { Link } from 'react-router'
import { Avatar } from '../../components/avatar.tsx'
import { InlineBar } from '../../components/charts/bar-list.tsx'
import { CompactTable } from '../../components/compact-table.tsx'
import type { Column } from '../../components/data-table/column.ts'
import { Unknown } from '../../components/figures.tsx'
import { formatCount } from '../../lib/format-count.ts'
import { useFormatSettings } from '../../lib/format-settings.ts'
import { callsTo } from '../../lib/page-search.ts'
import type { Period } from '../../lib/period.ts'
import type { RankedKey, RankedRole } from './leaderboard-choices.ts'
import { exactText, figureText, sizeOf, unknownReason } from './metric-figure.ts'
import type { MetricRank } from './metric-report.ts'
import { rowsOf, type MetricsOf } from './metric-rows.ts'

export interface LeaderboardProps {
  role: RankedRole
  /** What they are ranked by: stands last, with a bar before it. */
  metric: RankedKey
  period: Period
  entries: readonly MetricRank[]
}

/** What stands beside the figure ranked by, in order; where there is no room, the lowest `drop` goes first. */
const columnsBeside: readonly { key: RankedKey; drop: number }[] = [
  { key: 'bookedCalls', drop: 1 },
  { key: 'showRate', drop: 2 },
  { key: 'closes', drop: 4 },
  { key: 'closeRate', drop: 3 },
  { key: 'netCash', drop: 5 },
]

const widths: Readonly<Record<RankedKey, number>> = {
  bookedCalls: 64,
  shows: 64,
  showRate: 80,
  closes: 80,
  closeRate: 80,
  netCash: 92,
}

const headers: Readonly<Record<RankedKey, string>> = {
  bookedCalls: 'Booked',
  shows: 'Shows',
  showRate: 'Show rate',
  closes: 'Closed',
  closeRate: 'Close rate',
  netCash: 'Net cash',
}

/** So many places before the rest is asked for. */
const shortCount = 8

const whose = (role: RankedRole, { personId }: MetricRank): MetricsOf =>
  role === 'CLOSER' ? { closer: [personId] } : { setter: [personId] }

/** The calls that a closer was to take, or that a setter booked, in the period. */
const callsOf = (role: RankedRole, entry: MetricRank, period: Period): Parameters<typeof callsTo>[0] =>
  role === 'CLOSER'
    ? { ...whose(role, entry), scheduled: period }
    : { ...whose(role, entry), booked: period, chainEnds: true }

/** People by a figure with the others beside it; a name opens their calls, a figure its rows. */
export function Leaderboard({ role, metric, period, entries }: LeaderboardProps) {
  const [all, setAll] = useState(false)
  const figureColumn = (key: RankedKey, drop?: number): Column<MetricRank> => ({
    id: key,
    header: headers[key],
    width: widths[key],
    drop,
    align: 'end',
    tone: key === metric ? 'strong' : 'plain',
    cell: (entry) => <RankFigure metric={key} entry={entry} period={period} of={whose(role, entry)} />,
  })
  const most = Math.max(0, ...entries.map((entry) => sizeOf(entry.values[metric]) ?? 0))
  const columns: Column<MetricRank>[] = [
    { id: 'rank', header: 'Rank', headerHidden: true, width: 24, tone: 'quiet', cell: ({ rank }) => rank },
    {
      id: 'name',
      header: role === 'CLOSER' ? 'Closer' : 'Setter',
      cell: (entry) => (
        <Link
          to={callsTo(callsOf(role, entry, period))}
          className="inline-flex min-w-0 items-center gap-2 rounded-xs hover:underline hover:underline-offset-3"
        >
          <Avatar name={entry.name} />
          {entry.name}
        </Link>
      ),
    },
    ...columnsBeside.filter(({ key }) => key !== metric).map(({ key, drop }) => figureColumn(key, drop)),
    {
      id: 'bar',
      header: 'Share of the best',
      headerHidden: true,
      width: 76,
      drop: 6,
      cell: ({ values }) => <InlineBar share={most > 0 ? (sizeOf(values[metric]) ?? 0) / most : 0} />,
    },
    figureColumn(metric),
  ]
  if (entries.length === 0) {
    return (
      <p className="mt-2 text-fg-2">
        No {role === 'CLOSER' ? 'closer' : 'setter'} had a call or a payment in this period.
      </p>
    )
  }
  return (
    <>
      <CompactTable
        label={role === 'CLOSER' ? 'Closers' : 'Setters'}
        columns={columns}
        rows={all ? entries : entries.slice(0, shortCount)}
        rowId={({ personId }) => personId}
      />
      {entries.length > shortCount && (
        <button
          type="button"
          aria-expanded={all}
          onClick={() => setAll(!all)}
          className="mt-1 h-7 rounded-xs text-small font-medium text-accent hover:underline hover:underline-offset-3"
        >
          {all ? `Only the first ${shortCount}` : `All ${formatCount(entries.length)}`}
        </button>
      )}
    </>
  )
}

function RankFigure({
  metric,
  entry: { values },
  period,
  of,
}: {
  metric: RankedKey
  entry: MetricRank
  period: Period
  of: MetricsOf
}) {
  const { locale } = useFormatSettings()
  const text = figureText(metric, values[metric], locale)
  if (text === null) return <Unknown reason={unknownReason(metric)} />
  return (
    <Link
      to={rowsOf(metric, period, of)}
      title={exactText(metric, values[metric], locale) ?? undefined}
      className="rounded-xs hover:underline hover:underline-offset-3"
    >
      {text}
      {metric === 'closes' && <span className="text-fg-3"> of {formatCount(values.shows)}</span>}
    </Link>
  )
}
