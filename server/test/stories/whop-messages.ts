import { type Customer, decimals, type Purchase } from './history.ts'
import { later, type Message, seconds } from './message.ts'

/** All that Whop tells of one purchase: in its current words, or in its older ones, which name the buyer by id alone. */
export function whopMessages(customer: Customer, purchase: Purchase): Message[] {
  const { ref, paidAt, payer, subscription } = purchase
  const money = { currency: purchase.currency.toLowerCase() }
  const major = (amountMinor: number): number => amountMinor / 10 ** decimals[purchase.currency]
  const tell = (type: string, at: Date, data: object, nth = 0): Message => ({
    provider: 'whop',
    body: { id: `msg_${type}_${ref}_${nth}`, api_version: 'v1', timestamp: at.toISOString(), type, company_id: 'biz_1', data },
  })
  const billing_reason = subscription ? (subscription.turn === 0 ? 'subscription_create' : 'subscription_cycle') : 'one_time'
  const membership = subscription?.ref ?? `mem_${ref}`
  const payment: Message =
    payer.by === 'customer'
      ? {
          provider: 'whop',
          body: {
            action: 'payment.succeeded',
            api_version: 'v5',
            data: {
              id: ref,
              membership_id: membership,
              user_id: purchase.customerRef,
              created_at: seconds(later(paidAt, -60)),
              paid_at: seconds(paidAt),
              status: 'paid',
              subtotal: major(purchase.amountMinor),
              final_amount: major(purchase.amountMinor),
              ...money,
              metadata: {},
            },
          },
        }
      : tell('payment.succeeded', later(paidAt, 1), {
          id: ref,
          billing_reason,
          created_at: later(paidAt, -60).toISOString(),
          paid_at: paidAt.toISOString(),
          status: 'paid',
          substatus: 'succeeded',
          total: major(purchase.amountMinor),
          ...money,
          member: { id: `mber_${ref}`, phone: payer.by === 'phone' ? customer.phone : null },
          membership: { id: membership, status: 'active' },
          metadata: payer.by === 'reference' ? { event_id: payer.callRef } : {},
          product: { id: 'prod_1', title: 'Accelerator' },
          user: {
            id: purchase.customerRef,
            email: payer.by === 'email' ? customer.email : `stranger.${ref}@elsewhere.example`.toLowerCase(),
            name: customer.name,
          },
        })
  return [
    payment,
    ...purchase.refunds.map((refund, nth) =>
      tell(
        'refund.created',
        refund.at,
        {
          id: refund.ref,
          amount: major(refund.amountMinor),
          created_at: refund.at.toISOString(),
          ...money,
          status: 'succeeded',
          payment: { id: ref },
        },
        nth,
      ),
    ),
    ...purchase.disputes.flatMap((dispute, nth) => {
      const told = {
        id: dispute.ref,
        amount: major(dispute.amountMinor),
        ...money,
        created_at: dispute.openedAt.toISOString(),
        reason: 'general',
        payment: { id: ref },
      }
      return [
        tell('dispute.created', dispute.openedAt, { ...told, status: 'needs_response' }, nth),
        ...(dispute.end ? [tell('dispute.updated', dispute.end.at, { ...told, status: dispute.end.state }, nth)] : []),
      ]
    }),
  ]
}
