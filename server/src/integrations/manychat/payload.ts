import { z } from 'zod'

/** A text as an author's flow fills it in: what is blank, or a placeholder that was never replaced, is missing. */
const filledIn = z
  .union([z.string(), z.number(), z.boolean()])
  .nullish()
  .transform((value) => {
    const text = value === null || value === undefined ? '' : String(value).trim()
    return text === '' || /\{\{[^}]*\}\}/.test(text) ? null : text
  })

/** What else a flow says, by name: plain values alone. */
const fields = z
  .record(z.string(), z.unknown())
  .nullish()
  .transform((given) =>
    Object.entries(given ?? {}).flatMap(([question, value]) => {
      const read = filledIn.safeParse(value)
      return read.success && read.data !== null ? [{ question, answer: read.data }] : []
    }),
  )

const Contact = z.object({
  id: filledIn,
  subscriber_id: filledIn,
  name: filledIn,
  full_name: filledIn,
  first_name: filledIn,
  last_name: filledIn,
  email: filledIn,
  phone: filledIn,
  whatsapp_phone: filledIn,
  ig_username: filledIn,
  timezone: filledIn,
})
export type Contact = z.output<typeof Contact>

/** What Clinch reads: the contact under `contact`, or at the top as ManyChat's own full contact data are. */
export const ManyChatMessage = Contact.extend({
  event: filledIn,
  sent_at: filledIn,
  contact: Contact.nullish(),
  custom_fields: fields,
  reply_tags: z.array(z.string().trim().min(1).max(100)).max(5).nullish(),
})
export type ManyChatMessage = z.output<typeof ManyChatMessage>

/** Everything at the top, as fields: authors name theirs as they like. */
export const TopFields = fields
