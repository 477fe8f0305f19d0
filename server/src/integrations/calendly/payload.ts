import { z } from 'zod'
import { instant, optionalText } from '../wire-values.ts'

const Cancellation = z
  .object({ canceled_by: optionalText, reason: optionalText, canceler_type: z.string().nullish(), created_at: instant.nullish() })
  .nullish()

/** One person who was booked: what Clinch reads of them, in messages and lists alike. */
const Invitee = z.object({
  uri: z.string().min(1),
  email: optionalText,
  name: optionalText,
  first_name: optionalText,
  last_name: optionalText,
  timezone: optionalText,
  text_reminder_number: optionalText,
  created_at: instant.nullish(),
  rescheduled: z.boolean().nullish(),
  old_invitee: optionalText,
  new_invitee: optionalText,
  tracking: z
    .object({
      utm_source: optionalText,
      utm_medium: optionalText,
      utm_campaign: optionalText,
      utm_content: optionalText,
      utm_term: optionalText,
    })
    .nullish(),
  questions_and_answers: z.array(z.object({ question: z.string(), answer: z.string().nullish() })).nullish(),
  cancellation: Cancellation,
})
export type Invitee = z.output<typeof Invitee>

/** The call that they were booked for. */
const ScheduledEvent = z.object({
  name: optionalText,
  start_time: instant,
  end_time: instant.nullish(),
  created_at: instant.nullish(),
  event_type: optionalText,
  location: z.object({ join_url: optionalText, location: optionalText }).nullish(),
  event_memberships: z.array(z.object({ user_email: optionalText, user_name: optionalText })).nullish(),
  cancellation: Cancellation,
})
export type ScheduledEvent = z.output<typeof ScheduledEvent>

/** What Clinch reads of Calendly's invitee messages. */
export const CalendlyMessage = z.object({
  event: z.string(),
  created_at: instant,
  payload: Invitee.extend({ scheduled_event: ScheduledEvent }),
})

/** A page of a list. Its items are read one by one: one that has not its shape must not hide the others. */
export const CalendlyPage = z.object({ collection: z.array(z.unknown()), pagination: z.object({ next_page_token: optionalText }) })

/** Whose a token is, and of which organization. */
export const CalendlyMe = z.object({
  resource: z.object({ uri: optionalText, name: optionalText, current_organization: z.string().min(1) }),
})

/** A webhook subscription that was made or asked for. */
export const CalendlySubscription = z.object({
  resource: z.object({ uri: z.string().min(1), state: z.enum(['active', 'disabled']), retry_started_at: instant.nullish() }),
})

/** One of a list, and where it sends to. */
export const ListedSubscription = z.object({ uri: z.string().min(1), callback_url: z.string() })

/** A kind of call that can be booked. */
export const ListedEventType = z.object({ uri: z.string().min(1), name: optionalText, active: z.boolean().nullish() })

/** A call, as it is listed. */
export const ListedEvent = ScheduledEvent.extend({ uri: z.string().min(1) })
export type ListedEvent = z.output<typeof ListedEvent>

/** One person who was booked, as they are listed: how the booking stands now. */
export const ListedInvitee = Invitee.extend({
  status: z.enum(['active', 'canceled']),
  no_show: z.object({ created_at: instant }).nullish(),
})
export type ListedInvitee = z.output<typeof ListedInvitee>
