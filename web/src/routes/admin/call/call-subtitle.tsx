import { formatCallTime, type CallTime } from '../../../features/events/call-time.ts'
import { useFormatSettings } from '../../../lib/format-settings.ts'
import { useNow } from '../../../lib/use-now.ts'

/** `Strategy call, Thu, Nov 19, 2:00 – 2:45 PM`, in the viewer's zone. */
export function CallSubtitle({ call }: { call: CallTime & { callType: { name: string } | null } }) {
  const { locale, timeZone } = useFormatSettings()
  const time = formatCallTime(call, { locale, timeZone, now: useNow() })
  return <>{call.callType ? `${call.callType.name}, ${time}` : time}</>
}
