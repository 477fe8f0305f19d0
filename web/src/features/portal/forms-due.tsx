import { ButtonLink } from '../../components/button.tsx'
import { formatTime } from '../../lib/format-date.ts'
import { useFormatSettings } from '../../lib/format-settings.ts'
import { useNow } from '../../lib/use-now.ts'
import { awayWords, dayWord } from './call-words.ts'
import type { PortalCall } from './portal-call.ts'
import { PortalSection } from './portal-section.tsx'

export interface FormsDueProps {
  /** The latest of them. */
  calls: readonly PortalCall[]
  /** How many there are in all. */
  count: number
}

/** Calls that are over and lack their form, each with the way to file it. */
export function FormsDue({ calls, count }: FormsDueProps) {
  const format = useFormatSettings()
  const now = useNow()
  if (count === 0) return null
  return (
    <PortalSection title="Forms due" count={count}>
      <ul className="mt-1 divide-y divide-line">
        {calls.map(({ id, leadName, scheduledAt, endsAt }) => {
          const since = awayWords(endsAt ?? scheduledAt, now)
          return (
            <li key={id} className="flex min-h-15 items-center gap-3 py-2">
              <div className="min-w-0 flex-1">
                <p className="font-medium break-words">{leadName}</p>
                <p className="text-[14px] leading-5 text-fg-2">
                  {dayWord(scheduledAt, now, format)} {formatTime(scheduledAt, format)}
                  {since && <span className="whitespace-nowrap text-warn">, {since} overdue</span>}
                </p>
              </div>
              <ButtonLink to={`/calls/${id}`} size="touch">
                File form<span className="sr-only"> of {leadName}</span>
              </ButtonLink>
            </li>
          )
        })}
      </ul>
    </PortalSection>
  )
}
