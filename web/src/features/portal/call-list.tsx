import { Link } from 'react-router'
import { CallState } from '../../components/call-state.tsx'
import { formatTime } from '../../lib/format-date.ts'
import { useFormatSettings } from '../../lib/format-settings.ts'
import { useNow } from '../../lib/use-now.ts'
import { awayWords, dayWord } from './call-words.ts'
import { otherOf, type PortalCall } from './portal-call.ts'
import { PortalSection, type PortalSectionProps } from './portal-section.tsx'

export interface CallListProps {
  title: string
  calls: readonly PortalCall[]
  role: 'closer' | 'setter'
  /** Calls that are to come say how soon; those that were say how they went. */
  ahead: boolean
  /** What to say where there is none. */
  empty: string
  /** The page that has the rest. */
  more?: PortalSectionProps['more']
}

/** Calls, each a line of two that opens it. */
export function CallList({ title, calls, role, ahead, empty, more }: CallListProps) {
  return (
    <PortalSection title={title} {...(more ? { more } : {})}>
      {calls.length === 0 ? <p className="mt-2 text-fg-3">{empty}</p> : <CallRows {...{ calls, role, ahead }} />}
    </PortalSection>
  )
}

/** The same as rows alone; those of one day under its name leave the day out. */
export function CallRows({
  calls,
  role,
  ahead,
  ofOneDay = false,
}: Pick<CallListProps, 'calls' | 'role' | 'ahead'> & { ofOneDay?: boolean }) {
  const format = useFormatSettings()
  const now = useNow()
  return (
    <ul className="mt-1 -mb-2 divide-y divide-line">
      {calls.map((call) => {
        const away = ahead ? awayWords(call.scheduledAt, now) : null
        // How it went takes the room of what kind it was.
        const beside = role === 'setter' ? otherOf(call, role) : ahead ? call.callType?.name : null
        return (
          <li key={call.id}>
            <Link
              to={`/calls/${call.id}`}
              className="-mx-2 flex min-h-15 items-center gap-3 rounded-sm px-2 py-2 hover:bg-(--hover)"
            >
              <span className="min-w-0 flex-1">
                <span className="block font-medium break-words">{call.leadName}</span>
                <span className="block text-[14px] leading-5 text-fg-2">
                  {!ofOneDay && `${dayWord(call.scheduledAt, now, format)}, `}
                  {formatTime(call.scheduledAt, format)}
                  {beside && `, ${beside}`}
                </span>
              </span>
              <span className="shrink-0 text-[14px] text-fg-2">
                {ahead ? away && <span className="text-fg-3">in {away}</span> : <CallState call={call} />}
              </span>
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
