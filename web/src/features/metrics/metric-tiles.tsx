import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { Change } from '../../components/figures.tsx'
import { Tile, TileGrid } from '../../components/tile.tsx'
import { formatPeriod } from '../../lib/format-date.ts'
import { formatMoney } from '../../lib/format-money.ts'
import { useFormatSettings } from '../../lib/format-settings.ts'
import type { Period } from '../../lib/period.ts'
import { Definitions } from './definitions.tsx'
import { courseOf, thinned, type Stretch } from './metric-course.ts'
import { changeOf, exactText, figureText, unknownReason } from './metric-figure.ts'
import type { MetricAvailability, MetricCourse, MetricDefinition, MetricTotals } from './metric-report.ts'
import { rowsOf } from './metric-rows.ts'
import { knownOf, slotsText, type UnknownUtilization, unknownUtilization } from './slot-words.ts'

/** The figures of a period. */
export interface PeriodFigures {
  period: Period
  totals: MetricTotals
  groups: readonly MetricCourse[]
}

export interface MetricTilesProps {
  current: PeriodFigures
  previous: PeriodFigures
  /** What the utilization of the current period stands on. */
  availability: MetricAvailability
  /** Whether the viewer may connect a booking tool. */
  mayConnect: boolean
  definitions: readonly MetricDefinition[]
  stretches: readonly Stretch[]
  /** The organization's day today: the course ends there. */
  today: string
}

/** In the order of the sheet, after the cash collected, which is wider. */
const tiles = [
  'bookedCalls',
  'showRate',
  'closeRate',
  'offerRate',
  'averageOrderValue',
  'utilization',
  'medianSpeedToCallSeconds',
  'pendingPostCallForms',
] as const

/** A share of slots is told with what slots are. */
const slotMetrics = ['utilization', 'bookedSlots', 'availableSlots'] as const

/** The figures of a period against the one before, each opening its rows and saying what it counts. */
export function MetricTiles(props: MetricTilesProps) {
  return (
    <TileGrid label="Figures">
      <MetricTile metric="cashCollected" wide aside={<NetCash {...props} />} {...props} />
      {tiles.map((metric) => (
        <MetricTile key={metric} metric={metric} {...props} />
      ))}
    </TileGrid>
  )
}

function MetricTile({
  metric,
  current,
  previous,
  availability,
  mayConnect,
  definitions,
  stretches,
  today,
  wide = false,
  aside,
}: MetricTilesProps & { metric: (typeof tiles)[number] | 'cashCollected'; wide?: boolean; aside?: ReactNode }) {
  const { locale } = useFormatSettings()
  const [now, before] = [current.totals[metric], previous.totals[metric]]
  const definition = definitions.find(({ key }) => key === metric)
  const ofSlots = metric === 'utilization'
  const unknown: UnknownUtilization = ofSlots
    ? unknownUtilization(availability.unknownBecause, mayConnect)
    : { reason: unknownReason(metric) }
  const note = ofSlots ? knownOf(availability) : null
  const exact = [current, previous].flatMap(({ period, totals }) => {
    const parts = [exactText(metric, totals[metric], locale), ofSlots ? slotsText(totals) : null]
    const figure = parts.filter((part) => part !== null).join(', ')
    return figure === '' ? [] : [{ label: formatPeriod(period), figure }]
  })
  return (
    <div className={wide ? 'group relative col-span-2 grid grid-cols-2' : 'group relative grid'}>
      <Tile
        label={definition?.name ?? metric}
        figure={figureText(metric, now, locale)}
        exact={exactText(metric, now, locale) ?? undefined}
        change={changeOf(metric, now, before)}
        from={figureText(metric, before, locale) ?? undefined}
        unknown={unknown}
        {...(note === null ? {} : { note })}
        trend={wide ? undefined : thinned(courseOf(current.groups, stretches, metric, today))}
        to={(now === null ? unknown.to : undefined) ?? rowsOf(metric, current.period)}
        wide={wide}
        aside={aside}
      />
      {definition && (
        <div
          className={`absolute top-1.5 opacity-0 transition-opacity duration-(--fast) group-hover:opacity-100 focus-within:opacity-100 has-data-[state=open]:opacity-100 pointer-coarse:opacity-100 ${wide ? 'right-1.5 sm:right-1/2' : 'right-1.5'}`}
        >
          <Definitions
            of={definition.name}
            definitions={definitions}
            metrics={ofSlots ? slotMetrics : [metric]}
            exact={exact}
          />
        </div>
      )}
    </div>
  )
}

/** What is left of the cash after refunds, beside it. */
function NetCash({ current, previous }: MetricTilesProps) {
  const { locale } = useFormatSettings()
  const { refunded, netCash } = current.totals
  if (!refunded || !netCash) return null
  return (
    <dl className="leading-6">
      <div className="flex justify-between">
        <dt className="text-fg-2">Refunds</dt>
        <dd className="font-medium">
          <Link
            to={rowsOf('refunded', current.period)}
            title={formatMoney(refunded, { locale })}
            className="inline-flex min-h-6 items-center rounded-xs hover:underline hover:underline-offset-3"
          >
            {formatMoney({ ...refunded, amount: `-${refunded.amount}` }, { precision: 'whole', locale })}
          </Link>
        </dd>
      </div>
      <div className="flex justify-between border-t border-line">
        <dt className="text-fg-2">Net cash</dt>
        <dd className="font-semibold">
          <Link
            to={rowsOf('netCash', current.period)}
            title={formatMoney(netCash, { locale })}
            className="inline-flex min-h-6 items-center rounded-xs hover:underline hover:underline-offset-3"
          >
            {formatMoney(netCash, { precision: 'whole', locale })}
          </Link>
        </dd>
      </div>
      <div className="flex h-4 items-center justify-end text-small">
        <dt className="sr-only">Net cash, change from the period before</dt>
        <dd>
          <Change {...changeOf('netCash', netCash, previous.totals.netCash)} />
        </dd>
      </div>
    </dl>
  )
}
