import { useQuery } from '@apollo/client/react'
import { LoadError } from '../../../apollo/load-error.tsx'
import { Segment } from '../../../components/segment.tsx'
import { Skeleton, SkeletonGroup } from '../../../components/skeleton.tsx'
import { GoalProgress } from '../../../features/goals/goal-progress.tsx'
import { PortalHeader } from '../../../features/portal/portal-header.tsx'
import { PortalSection } from '../../../features/portal/portal-section.tsx'
import { formatPeriod } from '../../../lib/format-date.ts'
import { useFormatSettings } from '../../../lib/format-settings.ts'
import { presetPeriod, todayIn } from '../../../lib/period.ts'
import { useSearchState } from '../../../lib/search-params.ts'
import { useNow } from '../../../lib/use-now.ts'
import { useViewer } from '../../../lib/viewer.ts'
import type { AskAhead } from '../ahead/ask-ahead.ts'
import { firstPortalPeriod, portalPeriods, portalPeriodSearch } from '../portal-period.ts'
import { usePortal } from '../portal.ts'
import { FigureRow } from './figure-row.tsx'
import { goalRows } from './goal-rows.ts'
import { numbersQuery } from './numbers-query.ts'
import { figureGroups } from './portal-figures.ts'

export const askNumbers: AskAhead = (client, { today }) =>
  client.query({
    query: numbersQuery,
    variables: { period: presetPeriod(firstPortalPeriod, today) },
    fetchPolicy: 'network-only',
  })

/** Somebody's own figures against their goals and the period before, each opening the rows that it counts. */
export function NumbersPage() {
  const { name, organization } = useViewer()
  const { role, shows } = usePortal()
  const { locale } = useFormatSettings()
  const [state, change] = useSearchState(portalPeriodSearch)
  const period = presetPeriod(state.period, todayIn(organization.timeZone, useNow()))
  const { data, previousData, error, refetch } = useQuery(numbersQuery, { variables: { period } })
  // Those of the period before stay in sight while others load; where these cannot be had, they would stand under another's name.
  const shown = data ?? (error ? undefined : previousData)
  const stale = !data && shown !== undefined
  return (
    <main>
      <PortalHeader title="My numbers" name={name}>
        <div className="mt-2">
          <Segment
            label="Period"
            size="touch"
            choices={portalPeriods}
            value={state.period}
            onChange={(next) => change({ period: next }, { replace: true })}
          />
        </div>
      </PortalHeader>
      {!shown ? (
        error ? (
          <LoadError title="Your numbers did not load" error={error} onRetry={() => void refetch()} />
        ) : (
          <NumbersSkeleton />
        )
      ) : (
        <div aria-busy={stale || undefined} className={stale ? 'opacity-60' : ''}>
          <PortalSection title="Goals">
            {shown.goals.length === 0 ? (
              <p className="mt-1 text-pretty text-fg-3">
                None is set for these days. Your team sets them; they show here at once.
              </p>
            ) : (
              <ul className="mt-1 -mb-2 divide-y divide-line">
                {shown.goals.map((goal) => (
                  <GoalProgress key={goal.id} goal={goal} {...goalRows(goal, shows.money)} />
                ))}
              </ul>
            )}
          </PortalSection>
          {figureGroups(role, shown.metrics.totals.netCash !== null).map(({ title, keys }) => (
            <PortalSection key={title} title={title}>
              <dl className="mt-1 -mb-2 divide-y divide-line">
                {keys.map((key) => (
                  <FigureRow
                    key={key}
                    figure={key}
                    role={role}
                    period={shown.metrics.period}
                    values={shown.metrics.totals}
                    before={shown.metrics.previous}
                    shownMoney={shows.money}
                  />
                ))}
              </dl>
            </PortalSection>
          ))}
          <p className="border-t border-line px-4 py-5 text-[14px] leading-5 text-pretty text-fg-3 md:px-6">
            {formatPeriod(shown.metrics.period, { locale })}, in the days of {organization.name}
            {shown.metrics.previousPeriod &&
              `; compared with ${formatPeriod(shown.metrics.previousPeriod, { locale })}`}
            .
          </p>
        </div>
      )}
    </main>
  )
}

const widths = [96, 136, 112, 128, 88, 120] as const

function NumbersSkeleton() {
  return (
    <SkeletonGroup label="Loading your numbers">
      <div className="border-t border-line px-4 py-5 md:px-6">
        {widths.map((widthPx) => (
          <div key={widthPx} className="flex h-15 items-center justify-between border-b border-line">
            <Skeleton widthPx={widthPx} heightPx={14} />
            <Skeleton widthPx={64} heightPx={20} />
          </div>
        ))}
      </div>
    </SkeletonGroup>
  )
}
