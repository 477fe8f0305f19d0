import { callMinutes, type Chain, closers, type Customer, decimals, type Purchase } from './history.ts'
import { later, type Message } from './message.ts'

const tell = (id: string, kind: string, sentAt: Date, content: object): Message => ({
  provider: 'custom',
  body: { id, kind, sent_at: sentAt.toISOString(), ...content },
})

/** All that a system of the team's own tells of a chain of bookings. */
export function customBookings(customer: Customer, chain: Chain): Message[] {
  return chain.calls.flatMap((call, nth) => {
    const [before, after] = [chain.calls[nth - 1], chain.calls[nth + 1]]
    const booking = {
      ref: call.ref,
      scheduled_at: call.scheduledAt.toISOString(),
      ends_at: later(call.scheduledAt, callMinutes * 60).toISOString(),
      booked_at: call.bookedAt.toISOString(),
      lead: { name: customer.name, email: customer.email, phone: customer.booksWithPhone ? customer.phone : null },
      hosts: [closers[call.closer]],
      call_type: 'Strategy Call',
      tracking: nth === 0 ? { source: chain.source, content: `setter-${chain.setter.toLowerCase().replace(' ', '.')}` } : {},
      replaces_ref: before?.ref ?? null,
    }
    return [
      tell(`${call.ref}-booked`, 'booking', call.bookedAt, { booking }),
      ...(after ? [tell(`${call.ref}-moved`, 'booking', after.bookedAt, { booking: { ...booking, replaced_by_ref: after.ref } })] : []),
      ...(call.canceledAt
        ? [
            tell(`${call.ref}-canceled`, 'booking', call.canceledAt, {
              booking: { ...booking, canceled: { at: call.canceledAt.toISOString() } },
            }),
          ]
        : []),
      ...call.noShowMarks.map(({ marked, at }, step) =>
        tell(`${call.ref}-mark-${step}`, 'booking', at, { booking: { ...booking, no_show: marked } }),
      ),
    ]
  })
}

/** All that it tells of one purchase. */
export function customPayments(customer: Customer, purchase: Purchase): Message[] {
  const { ref, paidAt, payer, subscription, currency } = purchase
  const amount = (minor: number): string => (minor / 10 ** decimals[currency]).toFixed(decimals[currency])
  const stranger = `stranger.${ref}@elsewhere.example`.toLowerCase()
  const email = payer.by === 'email' ? customer.email : payer.by === 'customer' ? null : stranger
  const payment = {
    ref,
    amount: amount(purchase.amountMinor),
    currency,
    paid_at: paidAt.toISOString(),
    customer: { ref: purchase.customerRef, email, name: customer.name, phone: payer.by === 'phone' ? customer.phone : null },
    metadata: payer.by === 'reference' ? { booking_ref: payer.callRef } : {},
    subscription_ref: subscription?.ref ?? null,
    billing_turn: subscription ? (subscription.turn === 0 ? 'first' : 'later') : 'once',
  }
  return [
    tell(`${ref}-paid`, 'payment', paidAt, { payment }),
    ...purchase.refunds.flatMap((refund) => {
      const told = { ref: refund.ref, payment_ref: ref, amount: amount(refund.amountMinor), currency, created_at: refund.at.toISOString() }
      return [
        tell(`${refund.ref}-made`, 'refund', refund.at, { refund: told }),
        ...(refund.failedAt ? [tell(`${refund.ref}-failed`, 'refund', refund.failedAt, { refund: { ...told, state: 'failed' } })] : []),
      ]
    }),
    ...purchase.disputes.flatMap((dispute) => {
      const told = {
        ref: dispute.ref,
        payment_ref: ref,
        amount: amount(dispute.amountMinor),
        currency,
        opened_at: dispute.openedAt.toISOString(),
      }
      return [
        tell(`${dispute.ref}-open`, 'dispute', dispute.openedAt, { dispute: { ...told, state: 'open' } }),
        ...(dispute.end ? [tell(`${dispute.ref}-end`, 'dispute', dispute.end.at, { dispute: { ...told, state: dispute.end.state } })] : []),
      ]
    }),
  ]
}
