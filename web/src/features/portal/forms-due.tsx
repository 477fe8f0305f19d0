import type { To } from 'react-router'
import { ButtonLink } from '../../components/button.tsx'
import { formatTime } from '../../lib/format-date.ts'
import { useFormatSettings } from '../../lib/format-settings.ts'
import { useNow } from '../../lib/use-now.ts'
import { awayWords, dayWord } from './call-words.ts'
import { otherOf, type PortalCall } from './portal-call.ts'
import { PortalSection } from './portal-section.tsx'

export interface FormsDueProps {
  /** The latest of them. */
  calls: readonly PortalCall[]
  /** Those of them whose form waits on this device. */
  kept: ReadonlySet<string>
  /** How many there are in all. */
  count: number
  /** The page that has all of them, where more are due than are shown. */
  moreTo?: To
}

/** Calls that are over and lack their form, each with the way to file it. */
export function FormsDue({ calls, kept, count, moreTo }: FormsDueProps) {
  if (count === 0) return null
  return (
    <PortalSection
      title="Forms due"
      count={count}
      {...(moreTo && count > calls.length ? { more: { to: moreTo, label: 'All forms' } } : {})}
    >
      <FormsDueList calls={calls} kept={kept} />
    </PortalSection>
  )
}

/** The same as a list alone; a setter is told whose call it is. */
export function FormsDueList({
  calls,
  kept,
  role = 'closer',
}: Pick<FormsDueProps, 'calls' | 'kept'> & { role?: 'closer' | 'setter' }) {
  const format = useFormatSettings()
  const now = useNow()
  return (
    <ul className="mt-1 divide-y divide-line">
      {calls.map((call) => {
        const { id, leadName, scheduledAt, endsAt } = call
        const taker = role === 'setter' ? otherOf(call, role) : null
        const waits = kept.has(id)
        const since = awayWords(endsAt ?? scheduledAt, now)
        return (
          <li key={id} className="flex min-h-15 items-center gap-3 py-2">
            <div className="min-w-0 flex-1">
              <p className="font-medium break-words">{leadName}</p>
              <p className="text-[14px] leading-5 text-fg-2">
                {dayWord(scheduledAt, now, format)}{' '}
                <span className="whitespace-nowrap">{formatTime(scheduledAt, format)}</span>
                {taker !== null && `, with ${taker}`}
                {waits ? (
                  <>, kept on this device</>
                ) : (
                  since && (
                    <>
                      , <span className="whitespace-nowrap text-warn">{since} overdue</span>
                    </>
                  )
                )}
              </p>
            </div>
            <ButtonLink to={`/calls/${id}`} size="touch">
              {waits ? 'See form' : 'File form'}
              <span className="sr-only"> of {leadName}</span>
            </ButtonLink>
          </li>
        )
      })}
    </ul>
  )
}
