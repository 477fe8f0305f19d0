import { useQuery } from '@apollo/client/react'
import { LoadError } from '../../../apollo/load-error.tsx'
import { Avatar } from '../../../components/avatar.tsx'
import { Button } from '../../../components/button.tsx'
import { CallList } from '../../../features/portal/call-list.tsx'
import { FormsDue } from '../../../features/portal/forms-due.tsx'
import { NextCall } from '../../../features/portal/next-call.tsx'
import { isAhead } from '../../../features/portal/portal-call.ts'
import { formatDay } from '../../../lib/format-date.ts'
import { useFormatSettings } from '../../../lib/format-settings.ts'
import { addDays, todayIn } from '../../../lib/period.ts'
import { useNow } from '../../../lib/use-now.ts'
import { useViewer } from '../../../lib/viewer.ts'
import { usePortal } from '../portal.ts'
import { todayQuery } from './today-query.ts'
import { TodaySkeleton } from './today-skeleton.tsx'

/** How far the portal looks ahead and back, in days. */
const aheadDays = 60
const backDays = 30
const comingShown = 5
const goneShown = 8
const lookAgainMs = 60_000

/** The portal's first page: whose it is, the next call, forms due, and what comes and what was. */
export function TodayPage() {
  const { name, organization } = useViewer()
  const { role, signOut } = usePortal()
  const { locale, timeZone } = useFormatSettings()
  const now = useNow()
  const today = todayIn(organization.timeZone, now)
  const { data, error, refetch } = useQuery(todayQuery, {
    variables: {
      coming: { from: addDays(today, -1), to: addDays(today, aheadDays) },
      gone: { from: addDays(today, -backDays), to: today },
    },
    pollInterval: lookAgainMs,
  })
  const ahead = data?.coming.nodes.filter((call) => isAhead(call, now)) ?? []
  const [next, ...later] = ahead
  const gone = data?.gone.nodes.filter((call) => !isAhead(call, now)) ?? []
  return (
    <main>
      <title>Today · Clinch</title>
      <header className="px-4 pt-4 pb-5 md:px-6">
        <div className="flex items-center gap-3">
          <h1 className="flex-1 text-[20px] leading-7 font-semibold tracking-[-0.018em]">Today</h1>
          <span className="text-fg-2">{formatDay(todayIn(timeZone, now), { locale, now, weekday: true })}</span>
          <Avatar name={name} size="lg" />
        </div>
        <p className="mt-1 text-pretty text-fg-2">
          <span className="font-medium text-fg">{name}</span>, {role} at {organization.name}
        </p>
      </header>
      {!data ? (
        error ? (
          <LoadError title="Your calls did not load" error={error} onRetry={() => void refetch()} />
        ) : (
          <TodaySkeleton />
        )
      ) : (
        <>
          {next ? (
            <NextCall call={next} role={role} />
          ) : (
            <section aria-label="Next call" className="px-4 pb-6 md:px-6">
              <p className="text-[24px] leading-8 font-semibold tracking-[-0.022em]">No call is coming up</p>
              <p className="mt-1 text-fg-2">A call shows here as soon as it is booked.</p>
            </section>
          )}
          <FormsDue calls={data.due.nodes} count={data.due.totalCount} />
          {later.length > 0 && (
            <CallList title="Coming up" calls={later.slice(0, comingShown)} role={role} ahead empty="" />
          )}
          <CallList
            title="Recent calls"
            calls={gone.slice(0, goneShown)}
            role={role}
            ahead={false}
            empty={`None in the last ${backDays} days.`}
          />
        </>
      )}
      <footer className="border-t border-line px-4 py-6 md:px-6">
        <Button size="touch" block onClick={signOut}>
          Sign out on this phone
        </Button>
        <p className="mt-3 text-[14px] leading-5 text-pretty text-fg-3">
          You came by a link of your own. Keep it to yourself: whoever has it sees what you see.
        </p>
      </footer>
    </main>
  )
}
