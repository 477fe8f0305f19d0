import { createHash } from 'node:crypto'
import { UnreadableMessage } from '../../kernel/unreadable-message.ts'
import { normaliseEmail, normalisePhone } from '../../lib/identity.ts'
import type { MappedLead } from '../lead-done.ts'
import { readBody } from '../read-body.ts'
import { instant } from '../wire-values.ts'
import { type Contact, ManyChatMessage, TopFields } from './payload.ts'

/** What its author called what happened; a flow need not say. */
export function deliveryKind(body: unknown): string {
  const read = ManyChatMessage.safeParse(body)
  return (read.success ? read.data.event : null) ?? 'contact'
}

/** How long the same words are taken for the same message, where its author gives it no time. */
const windowMs = 10 * 60_000

/**
 * ManyChat gives its messages no id. One contact's event at the time that its author says is one message; without a time, the same words
 * within ten minutes are.
 */
export function deliveryKey(body: unknown, rawBody: Buffer): string {
  const read = ManyChatMessage.safeParse(body)
  const ref = read.success ? refOf(contactOf(read.data)) : null
  const words = createHash('sha256').update(rawBody).digest('hex')
  if (!read.success || ref === null || read.data.sent_at === null) return `${words}:${Math.floor(Date.now() / windowMs)}`
  return createHash('sha256')
    .update(JSON.stringify([ref, read.data.event, read.data.sent_at]))
    .digest('hex')
}

/** A contact in our own words. Throws UnreadableMessage where nothing tells who it is. */
export function toDomain(body: unknown, receivedAt: Date): MappedLead {
  const message = readBody(ManyChatMessage, body)
  const contact = contactOf(message)
  const ref = refOf(contact)
  if (ref === null) throw new UnreadableMessage('contact', 'has neither an id nor an e-mail address nor a phone number')
  const said = instant.safeParse(message.sent_at)
  return {
    kind: 'lead',
    ref,
    saidAt: said.success ? said.data : receivedAt,
    lead: { name: nameOf(contact, ref), email: contact.email, phone: phoneOf(contact), timeZone: zoneOf(contact) },
    fields: [...message.custom_fields, ...readBody(TopFields, body)],
  }
}

/** What the flow asked to be set on the contact, in ManyChat's Dynamic Block format: tags, and nothing said. */
export function reply(body: unknown): object {
  const read = ManyChatMessage.safeParse(body)
  const tags = read.success ? (read.data.reply_tags ?? []) : []
  return { version: 'v2', content: { messages: [], actions: tags.map((tag) => ({ action: 'add_tag', tag_name: tag })) } }
}

/** What stands under `contact` outranks what stands at the top. */
function contactOf({ contact, ...top }: ManyChatMessage): Contact {
  const within: Partial<Contact> = contact ?? {}
  return {
    id: within.id ?? top.id,
    subscriber_id: within.subscriber_id ?? top.subscriber_id,
    name: within.name ?? top.name,
    full_name: within.full_name ?? top.full_name,
    first_name: within.first_name ?? top.first_name,
    last_name: within.last_name ?? top.last_name,
    email: within.email ?? top.email,
    phone: within.phone ?? top.phone,
    whatsapp_phone: within.whatsapp_phone ?? top.whatsapp_phone,
    ig_username: within.ig_username ?? top.ig_username,
    timezone: within.timezone ?? top.timezone,
  }
}

const phoneOf = ({ phone, whatsapp_phone: whatsapp }: Contact): string | null => phone ?? whatsapp

function refOf(contact: Contact): string | null {
  const id = contact.subscriber_id ?? contact.id
  if (id !== null) return id.slice(0, 200)
  const email = normaliseEmail(contact.email ?? '')
  if (email !== null) return `email:${email}`
  const phone = normalisePhone(phoneOf(contact) ?? '')
  return phone === null ? null : `phone:${phone}`
}

function nameOf(contact: Contact, ref: string): string {
  const parts = [contact.first_name, contact.last_name].filter((part) => part !== null).join(' ')
  return contact.full_name ?? contact.name ?? (parts || (contact.ig_username ?? contact.email ?? `Contact ${ref}`))
}

/** A zone of the tz database; ManyChat also writes offsets, which say no place. */
const zoneOf = ({ timezone }: Contact): string | null =>
  timezone !== null && /^[A-Z][A-Za-z_]+\/[A-Za-z_/+-]+$/.test(timezone) ? timezone : null
