import type { DateFormat } from '../../lib/format-date.ts'
import { todayIn } from '../../lib/period.ts'
import { timeZoneLabel } from '../../lib/time-zones.ts'

export interface CallTime {
  /** An instant, ISO 8601. */
  scheduledAt: string
  /** None where the booking tool does not say. */
  endsAt: string | null
}

/** A call's time as `Thu, Nov 19, 2:00 – 2:45 PM`; with the year only if it is not this one. */
export function formatCallTime(
  { scheduledAt, endsAt }: CallTime,
  { timeZone, locale = 'en-US', now = new Date() }: DateFormat = {},
): string {
  const start = new Date(scheduledAt)
  const format = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    ...(start.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' }),
    ...(timeZone ? { timeZone } : {}),
  })
  const text = endsAt === null ? format.format(start) : format.formatRange(start, new Date(endsAt))
  // Runtimes differ in the thin spaces that they set around a dash and before AM.
  return text.replace(/[\u2009\u202f]/g, ' ')
}

const formatHours = ({ scheduledAt, endsAt }: CallTime, timeZone: string, locale: string): string => {
  const format = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone })
  const start = new Date(scheduledAt)
  const text = endsAt === null ? format.format(start) : format.formatRange(start, new Date(endsAt))
  return text.replace(/[\u2009\u202f]/g, ' ')
}

export interface ZonedCallTime {
  /** With its day, unless that is the same as the first one's. */
  text: string
  /** `New York, GMT−5`. */
  zone: string
  whose: 'you' | 'organization' | 'lead'
}

export interface CallTimeZones {
  viewer: string
  organization: string
  /** As the booking tool told it. */
  lead: string | null
}

/** A call's time in the viewer's zone first, then in the organization's and the lead's wherever the clock shows another time. */
export function callTimesByZone(time: CallTime, zones: CallTimeZones, locale: string, now: Date): ZonedCallTime[] {
  const given = [
    { zone: zones.viewer, whose: 'you' },
    { zone: zones.organization, whose: 'organization' },
    { zone: zones.lead, whose: 'lead' },
  ] as const
  const dayIn = (timeZone: string) => todayIn(timeZone, new Date(time.scheduledAt))
  const seen = new Set<string>()
  const told: ZonedCallTime[] = []
  for (const { zone, whose } of given) {
    if (zone === null || !isKnownZone(zone)) continue
    const full = formatCallTime(time, { timeZone: zone, locale, now })
    if (seen.has(full)) continue
    seen.add(full)
    const text = told.length > 0 && dayIn(zone) === dayIn(zones.viewer) ? formatHours(time, zone, locale) : full
    told.push({ text, zone: timeZoneLabel(zone, new Date(time.scheduledAt)), whose })
  }
  return told
}

/** A booking tool may name a zone that this browser does not have. */
function isKnownZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone })
    return true
  } catch {
    return false
  }
}
