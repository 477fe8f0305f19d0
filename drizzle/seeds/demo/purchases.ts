import { wholeSecond } from './clock.ts'
import type { Lead, Payer, Purchase, Subscription, World } from './truth.ts'

export type PurchaseWanted = Pick<Purchase, 'amountMinor' | 'paidAt' | 'payer' | 'description' | 'told' | 'credit'> &
  Partial<Pick<Purchase, 'metadata' | 'subscription' | 'lead' | 'heldUpUntil'>>

/** Somebody pays at the processor. */
export function purchase(world: World, wanted: PurchaseWanted): Purchase {
  const { random } = world
  const made: Purchase = {
    ref: `pi_3${random.token(23)}`,
    chargeRef: `ch_3${random.token(23)}`,
    methodRef: `pm_1${random.token(23)}`,
    metadata: {},
    subscription: null,
    lead: null,
    heldUpUntil: null,
    refunds: [],
    dispute: null,
    declinedFirst: wanted.told === 'checkout' && random.chance(0.02),
    invoice: wanted.subscription ? invoiceOf(world) : null,
    ...wanted,
    paidAt: wholeSecond(wanted.paidAt),
  }
  world.purchases.push(made)
  return made
}

const invoiceOf = ({ random }: World): NonNullable<Purchase['invoice']> => ({
  ref: `in_1${random.token(23)}`,
  paymentRef: `inpay_1${random.token(23)}`,
  number: `${random.token(8).toUpperCase()}-${String(random.integer(1, 9_999)).padStart(4, '0')}`,
})

export const subscriptionOf = ({ random }: World, sold: Subscription['package'], startedAt: Date): Subscription => ({
  ref: `sub_1${random.token(23)}`,
  itemRef: `si_${random.token(14)}`,
  package: sold,
  startedAt: wholeSecond(startedAt),
  endedAt: null,
})

/** A lead as the processor knows them. Some write their address in capitals, some leave their number out. */
export function payerOf({ random }: World, lead: Lead, other: { name?: string; email?: string; withPhone?: boolean } = {}): Payer {
  const email = other.email ?? lead.email
  return {
    ref: `cus_${random.token(14)}`,
    name: other.name ?? lead.name,
    email: random.chance(0.04) ? email.charAt(0).toUpperCase() + email.slice(1) : email,
    phone: (other.withPhone ?? random.chance(0.4)) ? (lead.phone?.replace(/[^+\d]/g, '') ?? null) : null,
  }
}
