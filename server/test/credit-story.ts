import type { Actor } from '../src/kernel/actor.ts'
import { type BookingMessage, recordBooking } from '../src/modules/events/service/index.ts'
import { type PaymentMessage, recordPaymentMessage } from '../src/modules/payments/service/index.ts'
import { createCloser } from '../src/modules/roster/service/create-closer.ts'
import { createSetter } from '../src/modules/roster/service/create-setter.ts'
import type { TestDatabase } from './database.ts'
import { as, makeConnection, type TestConnection } from './intake.ts'
import { bookingOf, inviteeRef } from './messages.ts'

export interface Customer {
  name: string
  email: string | null
  phone: string | null
}

export const dana: Customer = { name: 'Dana Whitfield', email: 'dana@example.com', phone: null }

/** A call with Priya, of an hour; Dana's, unless told otherwise. */
export const booking = (ref: string, on: number, lead: Customer = dana, change: Partial<BookingMessage> = {}): BookingMessage =>
  bookingOf(ref, on, lead, change)

export interface CreditStory {
  connection: TestConnection
  admin: Actor
  /** Ids by name. */
  closers: Readonly<Record<'Priya Nair' | 'Omar Diaz' | 'Maya Okafor', string>>
  setters: Readonly<Record<'Marcus Hale' | 'Lena Fox', string>>
  tell(...messages: (BookingMessage | PaymentMessage)[]): Promise<void>
  /** The payment of a purchase. */
  paymentOf(purchaseRef: string): Promise<string>
  eventOf(ref: string): Promise<string>
  /** Every payment's credit, in words, by purchase. */
  credits(): Promise<StoredCredit[]>
}

export interface StoredCredit {
  purchase: string
  method: string
  event: string | null
  closer: string | null
  lead: string | null
  confidence: string | null
  locked: boolean
  shares: string[]
}

/** An organization with three closers and two setters, told of bookings and purchases one message a transaction. */
export async function startCreditStory(test: TestDatabase): Promise<CreditStory> {
  const connection = await makeConnection(test)
  const { admin, organizationId, id: connectionId } = connection
  if (admin.kind !== 'user') throw new Error('The admin of a story is a member')
  await test.owner`insert into organization_members (organization_id, id, user_id, role, name, email)
    values (${organizationId}, gen_random_uuid(), ${admin.userId}, ${admin.role}, ${admin.name}, 'ada@northlight.example')`
  const webhook: Actor = { kind: 'webhook', organizationId, connectionId, name: 'Main' }
  const closer = (name: string, email: string) =>
    as(test.database, admin, async (tx) => (await createCloser({ actor: admin, input: { name, email }, tx })).id)
  const setter = (name: string) => as(test.database, admin, async (tx) => (await createSetter({ actor: admin, input: { name }, tx })).id)
  const one = async (query: Promise<{ id: string }[]>): Promise<string> => {
    const [row] = await query
    if (!row) throw new Error('There is no such row')
    return row.id
  }
  return {
    connection,
    admin,
    closers: {
      'Priya Nair': await closer('Priya Nair', 'priya@northlight.example'),
      'Omar Diaz': await closer('Omar Diaz', 'omar@northlight.example'),
      'Maya Okafor': await closer('Maya Okafor', 'maya@northlight.example'),
    },
    setters: { 'Marcus Hale': await setter('Marcus Hale'), 'Lena Fox': await setter('Lena Fox') },
    async tell(...messages) {
      for (const message of messages) {
        await as(test.database, webhook, async (tx) => {
          if (message.kind === 'booking') await recordBooking({ actor: webhook, input: { message, connectionId }, tx })
          else await recordPaymentMessage({ actor: webhook, input: { message, connectionId }, tx })
        })
      }
    },
    paymentOf: (ref) => one(test.owner`select id from payments where organization_id = ${organizationId} and purchase_ref = ${ref}`),
    eventOf: (ref) => one(test.owner`select id from events where organization_id = ${organizationId} and booking_ref = ${inviteeRef(ref)}`),
    credits: async () => [
      ...(await test.owner<StoredCredit[]>`
        select p.purchase_ref as purchase, p.attribution_method as method, regexp_replace(e.booking_ref, '^.*/', '') as event, c.name as closer,
          l.name as lead, p.confidence, p.attribution_locked as locked,
          array(select coalesce(sc.name, ss.name) || ' ' || s.percent from payment_shares s left join closers sc on sc.id = s.closer_id
            left join setters ss on ss.id = s.setter_id where s.payment_id = p.id order by s.role, s.position) as shares
        from payments p left join events e on e.id = p.event_id left join closers c on c.id = p.closer_id left join leads l on l.id = p.lead_id
        where p.organization_id = ${organizationId} and p.origin = 'processor' order by p.purchase_ref`),
    ],
  }
}
