import { acuityMessages } from './acuity-messages.ts'
import { calendlyMessages } from './calendly-messages.ts'
import { customBookings, customPayments } from './custom-messages.ts'
import type { Chain, Customer } from './history.ts'
import { manychatMessages } from './manychat-messages.ts'
import type { Message } from './message.ts'
import { stripeMessages } from './stripe-messages.ts'
import { whopMessages } from './whop-messages.ts'

const paymentsOf = { stripe: stripeMessages, whop: whopMessages, custom: customPayments }

const bookingsOf: Readonly<Record<Chain['tool'], (customer: Customer, chain: Chain) => Message[]>> = {
  calendly: calendlyMessages,
  acuity: (_, chain) => acuityMessages(chain),
  custom: customBookings,
}

/** All that the providers tell of a customer. */
export const messagesOf = (customer: Customer): Message[] => [
  ...customer.chains.flatMap((chain) => bookingsOf[chain.tool](customer, chain)),
  ...customer.purchases.flatMap((purchase) => paymentsOf[purchase.processor](customer, purchase)),
  ...manychatMessages(customer),
]
