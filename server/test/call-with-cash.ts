import { recordBooking } from '../src/modules/events/service/index.ts'
import { submitPostCallForm } from '../src/modules/forms/service/submit-post-call-form.ts'
import { recordPaymentMessage } from '../src/modules/payments/service/record-payment-message.ts'
import { createCloser } from '../src/modules/roster/service/create-closer.ts'
import type { TestDatabase } from './database.ts'
import { as, type TestConnection } from './intake.ts'
import { bookingOf, purchaseOf } from './messages.ts'

const dollars = (amountMinor: bigint): string => `${amountMinor / 100n}.${String(amountMinor % 100n).padStart(2, '0')}`

/** Calls of Priya's whose forms report cash, and a processor's payments, told through their verbs. */
export class CallsWithCash {
  readonly #test: TestDatabase
  readonly #home: TestConnection

  constructor(test: TestDatabase, home: TestConnection) {
    this.#test = test
    this.#home = home
  }

  async hirePriya(): Promise<void> {
    const { admin: actor } = this.#home
    await as(this.#test.database, actor, (tx) =>
      createCloser({ actor, input: { name: 'Priya Nair', email: 'priya@northlight.example' }, tx }),
    )
  }

  /** A call with a lead, named and known by `who`. Answers its event. */
  async book(who: string, on: number): Promise<string> {
    const { admin: actor, id: connectionId, organizationId } = this.#home
    const message = bookingOf(`${who}-${on}`, on, { name: who, email: `${who}@example.com` })
    await as(this.#test.database, actor, (tx) => recordBooking({ actor, tx, input: { connectionId, message } }))
    const [row] = await this.#test.owner<{ id: string }[]>`
      select id from events where organization_id = ${organizationId} and booking_ref = ${message.bookingRef}`
    return row?.id ?? ''
  }

  /** Files the form of a call, or amends it; null reports no cash. Answers the report. */
  async report(
    eventId: string,
    amountMinor: bigint | null,
    { currency = 'USD', notes = '', packageId = null }: { currency?: string; notes?: string; packageId?: string | null } = {},
  ): Promise<string> {
    const { admin: actor, organizationId } = this.#home
    await as(this.#test.database, actor, (tx) =>
      submitPostCallForm({
        actor,
        tx,
        input: {
          eventId,
          callOccurred: true,
          leadShowed: true,
          offerMade: true,
          dealClosed: true,
          cashCollected: amountMinor === null ? null : { amount: dollars(amountMinor), currency },
          paymentType: 'pif',
          notes,
          packageId,
        },
      }),
    )
    const [row] = await this.#test.owner<{ id: string }[]>`
      select p.id from payments p join post_call_forms f on f.organization_id = p.organization_id and f.id = p.form_id
      where p.organization_id = ${organizationId} and f.event_id = ${eventId}`
    return row?.id ?? ''
  }

  /** A processor tells of a payment. Answers it. */
  async pay(ref: string, who: string, amountMinor: bigint, on: number): Promise<string> {
    const { admin: actor, id: connectionId, organizationId } = this.#home
    const message = purchaseOf(ref, on, { email: `${who}@example.com` }, { amountMinor })
    await as(this.#test.database, actor, (tx) => recordPaymentMessage({ actor, tx, input: { connectionId, message } }))
    const [row] = await this.#test.owner<{ id: string }[]>`
      select id from payments where organization_id = ${organizationId} and purchase_ref = ${ref}`
    return row?.id ?? ''
  }
}
