import { calendlyMessages } from './calendly-messages.ts'
import { customBookings, customPayments } from './custom-messages.ts'
import type { Customer } from './history.ts'
import type { Message } from './message.ts'
import { stripeMessages } from './stripe-messages.ts'
import { whopMessages } from './whop-messages.ts'

const tellOf = { stripe: stripeMessages, whop: whopMessages, custom: customPayments }

/** All that the providers tell of a customer. */
export const messagesOf = (customer: Customer): Message[] => [
  ...customer.chains.flatMap((chain) => (chain.tool === 'custom' ? customBookings : calendlyMessages)(customer, chain)),
  ...customer.purchases.flatMap((purchase) => tellOf[purchase.processor](customer, purchase)),
]
