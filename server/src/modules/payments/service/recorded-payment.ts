import { z } from 'zod'
import type { Tx } from '../../../database/tx.ts'
import { badInput, notFound } from '../../../kernel/errors.ts'
import { MoneyText } from '../../../kernel/money-text.ts'
import { normaliseEmail } from '../../../lib/identity.ts'
import { periodBounds } from '../../../lib/period.ts'
import { loadEvents, lockLeadOfEvent } from '../../events/service/index.ts'
import { lockCustomer, lockLead, readCustomerPhone } from '../../leads/service/index.ts'
import { timeZoneOf } from '../../organizations/service/index.ts'

const optionalText = (most: number, what: string) =>
  z
    .string()
    .trim()
    .max(most, `${what} has at most ${most.toLocaleString('en-US')} characters.`)
    .nullish()
    .transform((text) => (text === '' ? null : text))

/** Money that a person enters: more than nothing. */
export const EnteredMoney = MoneyText.refine(({ amountMinor }) => amountMinor > 0n, {
  path: ['amount'],
  message: 'Enter more than nothing.',
})

export const offPlatformMethod = z.enum(['wire', 'cash', 'check', 'other'], 'Say how it was paid.')

/** What a person may say of a payment beside its amount; what is left out is not touched, null takes it away. */
export const recordedDetails = {
  paidAt: z.iso.datetime({ offset: true, message: 'This is no instant.' }).nullish(),
  paidOn: z.iso.date('This is no day.').nullish(),
  customerName: optionalText(200, 'A name'),
  customerEmail: optionalText(320, 'An email'),
  customerPhone: optionalText(40, 'A phone number'),
  note: optionalText(2_000, 'A note'),
  packageId: z.uuid('This is not an id.').nullish(),
  leadId: z.uuid('This is not an id.').nullish(),
  eventId: z.uuid('This is not an id.').nullish(),
}

/** A moment that a person names by its day, or outright: of a day its end, so that what else happened on it was before. */
export async function momentOf(
  tx: Tx,
  { at, on }: { at?: string | null | undefined; on?: string | null | undefined },
  path: string,
  now: Date,
): Promise<Date | undefined> {
  if (!at && !on) return undefined
  const end = on ? new Date(periodBounds({ from: on, to: on }, await timeZoneOf(tx)).end.getTime() - 1) : new Date(at ?? '')
  const begun = on ? periodBounds({ from: on, to: on }, await timeZoneOf(tx)).start : end
  if (begun > now) throw badInput([{ path, message: 'This day is still to come.' }])
  if (end.getUTCFullYear() < 2000) throw badInput([{ path, message: 'This is too long ago.' }])
  return end > now ? now : end
}

export interface Customer {
  customerName: string | null
  customerEmail: string | null
  customerPhone: string | null
}

/** Reads a customer's details as a person wrote them. */
export async function readCustomer(tx: Tx, told: { [Key in keyof Customer]?: string | null | undefined }): Promise<Partial<Customer>> {
  const customerEmail = told.customerEmail && normaliseEmail(told.customerEmail)
  if (told.customerEmail && !customerEmail) throw badInput([{ path: 'customerEmail', message: 'This is no email address.' }])
  const customerPhone = told.customerPhone && (await readCustomerPhone(tx, told.customerPhone))
  if (told.customerPhone && !customerPhone)
    throw badInput([{ path: 'customerPhone', message: 'This is no phone number. Write it with its country code, as +44 20 7946 0958.' }])
  return {
    ...(told.customerName !== undefined && { customerName: told.customerName }),
    ...(customerEmail !== undefined && { customerEmail }),
    ...(customerPhone !== undefined && { customerPhone }),
  }
}

/** Who paid, by the lead or the event that was named: known by the lead's own details. Holds that lead. */
export async function customerNamed(
  tx: Tx,
  { leadId, eventId }: { leadId?: string | null; eventId?: string | null },
): Promise<Customer | null> {
  if (eventId) {
    const held = await lockLeadOfEvent(tx, 'id', eventId)
    const event = (await loadEvents(tx, [eventId])).get(eventId)
    if (!event) throw notFound('event')
    if (!leadId) return held ? customerOfLead(tx, held) : null
  }
  if (!leadId) return null
  await lockLead(tx, leadId)
  const customer = await customerOfLead(tx, leadId)
  if (!eventId && !customer.customerEmail && !customer.customerPhone)
    throw badInput([{ path: 'leadId', message: 'This lead has no email and no phone to be known by. Name the call instead.' }])
  return customer
}

async function customerOfLead(tx: Tx, leadId: string): Promise<Customer> {
  const [lead] = await tx.query<Customer>(
    `select name as "customerName", email as "customerEmail", phone as "customerPhone" from leads where organization_id = $1 and id = $2`,
    [tx.organizationId, leadId],
  )
  if (!lead) throw notFound('lead')
  await lockCustomer(tx, { email: lead.customerEmail, phone: lead.customerPhone })
  return { ...lead, customerPhone: await readCustomerPhone(tx, lead.customerPhone) }
}

/** What a named event is kept as: a reference in the payment, which the rules of attribution ask for first. */
export const referenceTo = (eventId: string | null | undefined): Record<string, string> => (eventId ? { clinch_event_id: eventId } : {})
