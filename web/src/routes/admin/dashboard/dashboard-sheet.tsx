import type { DashboardPageQuery } from '../../../apollo/generated/graphql.ts'
import { Funnel } from '../../../features/metrics/funnel.tsx'
import { stretchesOf, type Grain } from '../../../features/metrics/metric-course.ts'
import { MetricTiles } from '../../../features/metrics/metric-tiles.tsx'
import { MissingRates } from '../../../features/metrics/missing-rates.tsx'
import { Sources } from '../../../features/metrics/sources.tsx'
import { TrendSection } from '../../../features/metrics/trend-section.tsx'
import { UncreditedMoney } from '../../../features/metrics/uncredited-money.tsx'
import { OverdueForms } from '../../../features/overdue-forms/overdue-forms.tsx'
import { useMay, useViewer } from '../../../lib/viewer.ts'
import { DashboardLeaderboard } from './dashboard-leaderboard.tsx'
import type { DashboardState } from './dashboard-search.ts'
import { SheetRow } from './sheet-row.tsx'
import type { LeaderboardAnswer } from './use-leaderboard.ts'

export interface DashboardSheetProps {
  data: DashboardPageQuery
  leaderboard: LeaderboardAnswer
  grain: Grain
  today: string
  state: DashboardState
  onChange: (change: Partial<DashboardState>) => void
}

/** The ruled sheet of figures. A viewer who sees all rows sees people and unmatched money too. */
export function DashboardSheet({ data, leaderboard, grain, today, state, onChange }: DashboardSheetProps) {
  const { organization } = useViewer()
  const ofEveryone = useMay('READ_ALL_ROWS')
  const mayFile = useMay('SUBMIT_FORMS')
  const mayConnect = useMay('WRITE_CONNECTIONS')
  const mayRemind = useMay('MANAGE_ORGANIZATION')
  const { current, previous, metricDefinitions: definitions } = data
  const { period } = current
  const sources = (
    <Sources
      period={period}
      groups={data.bySource.groups}
      definitions={definitions}
      metric={state.source}
      onChange={(source) => onChange({ source })}
    />
  )
  const overdue = (
    <OverdueForms
      calls={data.overdue.edges.map(({ node }) => node)}
      count={data.overdue.totalCount}
      ofEveryone={ofEveryone}
      mayFile={mayFile}
      {...(mayRemind ? { queueTo: '/calls/overdue' } : {})}
    />
  )
  return (
    <>
      <MissingRates period={period} currency={organization.currency} rates={current.missingRates} />
      <MetricTiles
        current={current}
        previous={previous}
        availability={current.availability}
        mayConnect={mayConnect}
        definitions={definitions}
        stretches={stretchesOf(period, grain)}
        today={today}
      />
      <SheetRow>
        <TrendSection
          current={current}
          previous={previous}
          definitions={definitions}
          grain={grain}
          today={today}
          metric={state.trend}
          course={state.course}
          onChange={onChange}
        />
        <Funnel period={period} totals={current.totals} definitions={definitions} />
      </SheetRow>
      {ofEveryone ? (
        <>
          <SheetRow>
            <DashboardLeaderboard answer={leaderboard} definitions={definitions} chosen={state} onChange={onChange} />
            {sources}
          </SheetRow>
          <SheetRow>
            {overdue}
            <UncreditedMoney
              period={period}
              totals={data.uncreditedTotals ?? []}
              payments={data.uncredited?.edges.map(({ node }) => node) ?? []}
            />
          </SheetRow>
        </>
      ) : (
        <SheetRow>
          {overdue}
          {sources}
        </SheetRow>
      )}
    </>
  )
}
