import { z } from 'zod'
import type { OpenInterval, Schedule, Weekday } from '../../modules/availability/service/index.ts'
import { optionalText } from '../wire-values.ts'

/** "09:30", up to the midnight at a day's end, as the minute of the day. */
const minuteOfDay = z.string().transform((text, context) => {
  const [, hour, minute] = /^(\d\d):([0-5]\d)$/.exec(text) ?? []
  const minutes = Number(hour) * 60 + Number(minute)
  if (minutes <= 1440) return minutes
  context.addIssue({ code: 'custom', message: 'is no time of the day' })
  return z.NEVER
})

const zone = z.string().refine((name) => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}, 'is no time zone')

const Interval = z
  .object({ from: minuteOfDay, to: minuteOfDay })
  .refine(({ from, to }) => from !== to, 'ends when it begins')
  .transform(({ from, to }): OpenInterval => ({ fromMinute: from, toMinute: to }))

const weekday = z.enum(['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']) satisfies z.ZodType<Weekday>

/** What holds on a weekday, or on a date of its own. Either may name the other too, which then says nothing. */
const Rule = z.discriminatedUnion('type', [
  z.object({ type: z.literal('wday'), wday: weekday, intervals: z.array(Interval) }),
  z.object({ type: z.literal('date'), date: z.iso.date(), intervals: z.array(Interval) }),
])

/** One of a user's availability schedules. */
export const ListedSchedule = z
  .object({ name: optionalText, default: z.boolean().nullish(), timezone: zone, rules: z.array(Rule) })
  .transform(({ name, default: isDefault, timezone: timeZone, rules }): Schedule => ({
    name,
    timeZone,
    isDefault: isDefault === true,
    weekly: Object.fromEntries(rules.flatMap((rule) => (rule.type === 'wday' ? [[rule.wday, rule.intervals]] : []))),
    dated: Object.fromEntries(rules.flatMap((rule) => (rule.type === 'date' ? [[rule.date, rule.intervals]] : []))),
  }))

/** All of a user's schedules; this list has no pages. */
export const Schedules = z.object({ collection: z.array(ListedSchedule) })

/** Somebody who belongs to Calendly's organization. */
export const Membership = z.object({ user: z.object({ uri: z.string().min(1), name: optionalText, email: optionalText }) })
export type Member = z.output<typeof Membership>['user']
