import { useFormatSettings } from '../../lib/format-settings.ts'
import { useNow } from '../../lib/use-now.ts'
import { callTimesByZone, type CallTime } from './call-time.ts'

export interface CallTimesProps extends CallTime {
  /** The lead's zone, as the booking tool told it. */
  leadTimeZone: string | null
}

/** When a call is, by every clock that concerns it: a line a zone, and only where they differ. */
export function CallTimes({ leadTimeZone, ...time }: CallTimesProps) {
  const { locale, timeZone, organizationTimeZone } = useFormatSettings()
  const now = useNow()
  const zones = { viewer: timeZone, organization: organizationTimeZone, lead: leadTimeZone }
  return (
    <>
      {callTimesByZone(time, zones, locale, now).map(({ text, zone, whose }, index) => (
        <span key={zone} title={zone} className={index === 0 ? 'block' : 'block text-fg-2'}>
          {text}{' '}
          <span className="text-small whitespace-nowrap text-fg-3">
            {zone.split(',')[0]} ({whose})
          </span>
        </span>
      ))}
    </>
  )
}
