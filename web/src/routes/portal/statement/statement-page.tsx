import { useApolloClient } from '@apollo/client/react'
import { type ReactNode, useMemo } from 'react'
import { LoadError } from '../../../apollo/load-error.tsx'
import { firstPageOf, usePages } from '../../../apollo/use-pages.ts'
import { Button } from '../../../components/button.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { Segment } from '../../../components/segment.tsx'
import { PortalHeader } from '../../../features/portal/portal-header.tsx'
import { PortalRowsSkeleton } from '../../../features/portal/portal-rows-skeleton.tsx'
import { StatementLineRow } from '../../../features/statement/statement-line-row.tsx'
import { classNames } from '../../../lib/class-names.ts'
import { formatPeriod } from '../../../lib/format-date.ts'
import { useFormatSettings } from '../../../lib/format-settings.ts'
import { onDemand } from '../../../lib/on-demand.tsx'
import { presetPeriod, todayIn, type Period } from '../../../lib/period.ts'
import { idParam, useSearchState } from '../../../lib/search-params.ts'
import { useNow } from '../../../lib/use-now.ts'
import { useViewer } from '../../../lib/viewer.ts'
import type { AskAhead } from '../ahead/ask-ahead.ts'
import { firstPortalPeriod, portalPeriods, portalPeriodSearch } from '../portal-period.ts'
import { usePortal } from '../portal.ts'
import { disputesQuery, linesQuery, sumsQuery } from './statement-queries.ts'
import { StatementSums } from './statement-sums.tsx'
import { whatFor } from './what-for.ts'
import { YourDisputes } from './your-disputes.tsx'

const OpenedLine = onDemand(async () => (await import('./opened-line.tsx')).OpenedLine)

/** The period, and which line is open. */
const statementSearch = { ...portalPeriodSearch, open: idParam() }

export const askStatement: AskAhead = async (client, { today, money }) => {
  if (money === 'NONE') return
  const period = presetPeriod(firstPortalPeriod, today)
  await client.query({ query: sumsQuery, variables: { period }, fetchPolicy: 'network-only' })
  await client.query({ query: disputesQuery, fetchPolicy: 'network-only' })
  if (money === 'PAYMENTS')
    await client.query({ query: linesQuery, variables: firstPageOf({ period }), fetchPolicy: 'network-only' })
  await import('./opened-line.tsx')
}

/** What was collected and credited to somebody in a period, line by line, each with why, and with a say in it. */
export function StatementPage() {
  const { name, organization } = useViewer()
  const { shows } = usePortal()
  const { locale } = useFormatSettings()
  const [state, change] = useSearchState(statementSearch)
  const today = todayIn(organization.timeZone, useNow())
  const { from, to } = presetPeriod(state.period, today)
  const period = useMemo(() => ({ from, to }), [from, to])
  if (shows.money === 'NONE') {
    return (
      <main className="flex min-h-dvh flex-col">
        <PortalHeader title="Statement" name={name} />
        <EmptyState title="No money is shown here">Your team keeps payments to itself.</EmptyState>
      </main>
    )
  }
  const below = (
    <YourDisputes>
      <p className="border-t border-line px-4 py-5 text-[14px] leading-5 text-pretty text-fg-3 md:px-6">
        {formatPeriod(period, { locale })}, in the days of {organization.name}. What refunds and lost disputes took back
        is taken off the payment’s own line, whenever that was.
      </p>
    </YourDisputes>
  )
  return (
    <main>
      <PortalHeader title="Statement" name={name}>
        <div className="mt-2">
          <Segment
            label="Period"
            size="touch"
            choices={portalPeriods}
            value={state.period}
            onChange={(next) => change({ period: next, open: null }, { replace: true })}
          />
        </div>
      </PortalHeader>
      <StatementSums period={period} />
      {shows.money === 'PAYMENTS' ? (
        <Lines period={period} openId={state.open} onOpen={(open) => change({ open }, { replace: true })} name={name}>
          {below}
        </Lines>
      ) : (
        <>
          <p className="border-t border-line px-4 py-5 text-pretty text-fg-2 md:px-6">
            Your team shows sums alone: single payments are not listed here.
          </p>
          {below}
        </>
      )}
    </main>
  )
}

interface LinesProps {
  period: Period
  openId: string | null
  onOpen: (id: string | null) => void
  name: string
  /** What stands below: once the lines are known, so that they push nothing away. */
  children: ReactNode
}

function Lines({ period, openId, onOpen, name, children }: LinesProps) {
  const client = useApolloClient()
  const asked = useMemo(() => ({ period }), [period])
  const { rows, hasMore, error, stale, loadMore, retry } = usePages({
    query: linesQuery,
    asked,
    pageOf: ({ statementLines }) => statementLines,
    noun: 'lines',
  })
  // That nothing was credited in other days says nothing of these.
  if (!rows || (rows.length === 0 && stale)) {
    if (error)
      return (
        <>
          <LoadError title="Your statement did not load" error={error} onRetry={retry} />
          {children}
        </>
      )
    return <PortalRowsSkeleton label="Loading your statement" />
  }
  if (rows.length === 0) {
    return (
      <>
        <EmptyState title="Nothing is credited in these days">
          A payment stands here as soon as it is credited to you.
        </EmptyState>
        {children}
      </>
    )
  }
  return (
    <>
      <section
        aria-label="Lines"
        aria-busy={stale || undefined}
        className={classNames('border-t border-line', stale && 'opacity-60')}
      >
        <h2 className="sr-only">Lines</h2>
        <ul className="divide-y divide-line">
          {rows.map((line) => (
            <StatementLineRow
              key={line.id}
              line={line}
              whatFor={whatFor(line)}
              open={line.id === openId}
              onToggle={() => onOpen(line.id === openId ? null : line.id)}
            >
              <OpenedLine
                line={line}
                name={name}
                onChanged={() => void client.refetchQueries({ include: [disputesQuery] })}
              />
            </StatementLineRow>
          ))}
        </ul>
        {hasMore && (
          <div className="px-4 py-4 md:px-6">
            <Button size="touch" block onClick={loadMore}>
              Show more
            </Button>
          </div>
        )}
      </section>
      {children}
    </>
  )
}
