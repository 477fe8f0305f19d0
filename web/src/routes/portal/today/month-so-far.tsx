import { Link } from 'react-router'
import type { PortalTodayQuery } from '../../../apollo/generated/graphql.ts'
import { PortalSection } from '../../../features/portal/portal-section.tsx'
import { exactText, figureText } from '../../../features/metrics/metric-figure.ts'
import { rowsOf } from '../../../features/metrics/metric-rows.ts'
import { useFormatSettings } from '../../../lib/format-settings.ts'
import { unknownFigure } from '../../../lib/format-rate.ts'
import type { Period } from '../../../lib/period.ts'
import { usePortal } from '../portal.ts'

type Totals = PortalTodayQuery['month']['totals']

const shownTo = {
  closer: ['netCash', 'closeRate', 'closes'],
  setter: ['bookedCalls', 'showRate', 'closes'],
} as const

const labels = {
  netCash: 'Net cash',
  closeRate: 'Close rate',
  closes: 'Closed',
  bookedCalls: 'Booked',
  showRate: 'Show rate',
} as const

export interface MonthSoFarProps {
  role: 'closer' | 'setter'
  month: Period
  totals: Totals
}

/** Three figures of the running month, each opening its rows, with the way to all of them. */
export function MonthSoFar({ role, month, totals }: MonthSoFarProps) {
  const { locale } = useFormatSettings()
  const { shows } = usePortal()
  const name = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(new Date(month.from))
  const keys = shownTo[role].filter((key) => key !== 'netCash' || totals.netCash !== null)
  return (
    <PortalSection title={`${name} so far`} more={{ to: '/numbers', label: 'My numbers' }}>
      <dl className="mt-2 grid auto-cols-fr grid-flow-col gap-4">
        {keys.map((key) => {
          const text = figureText(key, totals[key], locale)
          const figure = (
            <span className="text-[20px] leading-7 font-semibold tracking-[-0.018em]">{text ?? unknownFigure}</span>
          )
          const opens = text !== null && (key !== 'netCash' || shows.money === 'PAYMENTS')
          return (
            <div key={key} className="min-w-0">
              <dt className="text-[14px] leading-5 text-fg-3">{labels[key]}</dt>
              <dd>
                {opens ? (
                  <Link
                    to={rowsOf(key, month)}
                    title={exactText(key, totals[key], locale) ?? undefined}
                    className="inline-flex min-h-(--control-touch) items-center rounded-xs hover:underline hover:underline-offset-3"
                  >
                    {figure}
                  </Link>
                ) : (
                  <span className="inline-flex min-h-(--control-touch) items-center">{figure}</span>
                )}
              </dd>
            </div>
          )
        })}
      </dl>
    </PortalSection>
  )
}
