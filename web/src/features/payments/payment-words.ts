import type {
  AttributionMethod,
  DealType,
  PaymentOrigin,
  PaymentType,
  Provider,
} from '../../apollo/generated/graphql.ts'
import { providerNames } from '../../lib/provider-names.ts'

/** How a payment came to be credited, in a word or two. */
export const methodWords: Readonly<Record<AttributionMethod, string>> = {
  REFERENCE: 'Named call',
  MATCHED_PAST: 'Past call',
  MATCHED_COMING: 'Coming call',
  INHERITED: 'Inherited',
  MANUAL: 'By hand',
  NONE: 'Not credited',
}

/** The same as a sentence, for a hover. */
export const methodSentences: Readonly<Record<AttributionMethod, string>> = {
  REFERENCE: 'The payment names its call.',
  MATCHED_PAST: 'The customer’s most recent call before the payment.',
  MATCHED_COMING: 'The customer’s next call, booked before the payment.',
  INHERITED: 'Credited as the first payment of its subscription, or as the reported cash that it stands for.',
  MANUAL: 'Credited by a person.',
  NONE: 'No call was found for it yet.',
}

export const originWords: Readonly<Record<PaymentOrigin, string>> = {
  PROCESSOR: 'Processor',
  FORM: 'Form',
  MANUAL: 'By hand',
  IMPORT: 'Import',
}

export const dealTypeWords: Readonly<Record<DealType, string>> = {
  NEW_DEAL: 'New deal',
  UPSELL: 'Upsell',
  RENEWAL: 'Renewal',
}

export const paymentTypeWords: Readonly<Record<PaymentType, string>> = {
  PIF: 'Paid in full',
  PAYMENT_PLAN: 'Payment plan',
  DEPOSIT: 'Deposit',
}

/** Chosen where a payment is for what the form of its call says. */
export const noPackage = 'none'

/** Who told of a payment: the processor by its name, else where it came from. */
export const toldBy = ({ provider, origin }: { provider: Provider | null; origin: PaymentOrigin }): string =>
  provider === null ? originWords[origin] : providerNames[provider]

/** What a payment is called: the customer's name as the processor told it, else the lead's whom their address belongs to, else the address. */
export const customerOf = ({
  customerName,
  customerEmail,
  lead,
}: {
  customerName: string | null
  customerEmail: string | null
  lead: { fullName: string } | null
}): string => customerName ?? lead?.fullName ?? customerEmail ?? 'Unknown customer'
