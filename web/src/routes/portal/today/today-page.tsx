import { useQuery } from '@apollo/client/react'
import { LoadError } from '../../../apollo/load-error.tsx'
import { useCallsWithUnsentForm } from '../../../features/forms/outbox-context.ts'
import { CallList } from '../../../features/portal/call-list.tsx'
import { FormsDue } from '../../../features/portal/forms-due.tsx'
import { NextCall } from '../../../features/portal/next-call.tsx'
import { isAhead } from '../../../features/portal/portal-call.ts'
import { PortalHeader } from '../../../features/portal/portal-header.tsx'
import { formatDay } from '../../../lib/format-date.ts'
import { useFormatSettings } from '../../../lib/format-settings.ts'
import { todayIn } from '../../../lib/period.ts'
import { useNow } from '../../../lib/use-now.ts'
import { useViewer } from '../../../lib/viewer.ts'
import type { AskAhead } from '../ahead/ask-ahead.ts'
import { usePortal } from '../portal.ts'
import { MonthSoFar } from './month-so-far.tsx'
import { NextLead, nextLeadQuery } from './next-lead.tsx'
import { backDays, daysAbout } from './today-days.ts'
import { todayQuery } from './today-query.ts'
import { TodaySkeleton } from './today-skeleton.tsx'

const comingShown = 3
const goneShown = 5
const lookAgainMs = 60_000

/** The day and the lead of the next call. */
export const askToday: AskAhead = async (client, { days }) => {
  const { data } = await client.query({ query: todayQuery, variables: days, fetchPolicy: 'network-only' })
  const next = data?.coming.nodes.find((call) => isAhead(call, new Date()))
  if (next) await client.query({ query: nextLeadQuery, variables: { id: next.id }, fetchPolicy: 'network-only' })
}

/** The portal's first page: the next call and its lead, forms due, what comes and what was, and the month so far. */
export function TodayPage() {
  const { name, organization } = useViewer()
  const kept = useCallsWithUnsentForm()
  const { role } = usePortal()
  const { locale, timeZone } = useFormatSettings()
  const now = useNow()
  const variables = daysAbout(todayIn(organization.timeZone, now))
  const { data, error, refetch } = useQuery(todayQuery, { variables, pollInterval: lookAgainMs })
  const ahead = data?.coming.nodes.filter((call) => isAhead(call, now)) ?? []
  const [next, ...later] = ahead
  const gone = data?.gone.nodes.filter((call) => !isAhead(call, now)) ?? []
  return (
    <main>
      <PortalHeader
        title="Today"
        name={name}
        beside={formatDay(todayIn(timeZone, now), { locale, now, weekday: true })}
      >
        <p className="text-pretty text-fg-2">
          <span className="font-medium text-fg">{name}</span>, {role} at {organization.name}
        </p>
      </PortalHeader>
      {!data ? (
        error ? (
          <LoadError title="Your calls did not load" error={error} onRetry={() => void refetch()} />
        ) : (
          <TodaySkeleton />
        )
      ) : (
        <>
          {next ? (
            <NextCall call={next} role={role}>
              <NextLead callId={next.id} />
            </NextCall>
          ) : (
            <section aria-label="Next call" className="px-4 pb-6 md:px-6">
              <p className="text-[24px] leading-8 font-semibold tracking-[-0.022em]">No call is coming up</p>
              <p className="mt-1 text-fg-2">A call shows here as soon as it is booked.</p>
            </section>
          )}
          {role === 'closer' && (
            <FormsDue calls={data.due.nodes} kept={kept} count={data.due.totalCount} moreTo="/forms" />
          )}
          {later.length > 0 && (
            <CallList
              title="Coming up"
              calls={later.slice(0, comingShown)}
              role={role}
              ahead
              empty=""
              more={{ to: '/upcoming', label: 'Upcoming' }}
            />
          )}
          <CallList
            title="Recent calls"
            calls={gone.slice(0, goneShown)}
            role={role}
            ahead={false}
            empty={`None in the last ${backDays} days.`}
          />
          <MonthSoFar role={role} month={variables.month} totals={data.month.totals} />
        </>
      )}
    </main>
  )
}
