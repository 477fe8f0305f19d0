import { relate } from '../../../graphql-kit/relations.ts'
import { eventById } from '../../events/graphql/events.loaders.ts'
import type { EventRow } from '../../events/service/index.ts'
import { customFieldsOf } from '../../fields/graphql/fields.loaders.ts'
import { leadById } from '../../leads/graphql/leads.loaders.ts'
import { packageById } from '../../packages/graphql/packages.loaders.ts'
import { closerById, setterById, sourceById } from '../../roster/graphql/roster.loaders.ts'
import type { PaymentRow } from '../service/payment-rows.ts'
import {
  candidatesOfPayment,
  decisionsOfReport,
  deletionById,
  disputesOfPayment,
  packageOfPayment,
  paymentById,
  paymentsOfEvent,
  refundsOfPayment,
  subscriptionOfPayment,
} from './payments.loaders.ts'

/** What belongs to a payment, by the keys that its row has. */
export const ofPayment = {
  refunds: relate('Payment', 'refunds', refundsOfPayment, (payment: PaymentRow) => payment.id),
  disputes: relate('Payment', 'disputes', disputesOfPayment, (payment: PaymentRow) => payment.id),
  subscription: relate('Payment', 'subscription', subscriptionOfPayment, (payment: PaymentRow) => payment.subscriptionRef && payment.id),
  deletion: relate('Payment', 'deletion', deletionById, (payment: PaymentRow) => payment.deletionId),
  matchedPayment: relate('Payment', 'matchedPayment', paymentById, (payment: PaymentRow) => payment.matchedPaymentId),
  matchCandidates: relate('Payment', 'matchCandidates', candidatesOfPayment, (payment: PaymentRow) => payment.id),
  reportDecisions: relate('Payment', 'reportDecisions', decisionsOfReport, (payment: PaymentRow) =>
    payment.origin === 'form' ? payment.id : null,
  ),
  package: relate('Payment', 'package', packageOfPayment, (payment: PaymentRow) => payment.id),
  ownPackage: relate('Payment', 'ownPackage', packageById, (payment: PaymentRow) => payment.packageId),
  customFields: relate('Payment', 'customFields', customFieldsOf.payment, (payment: PaymentRow) => payment.id),
  lead: relate('Payment', 'lead', leadById, (payment: PaymentRow) => payment.leadId),
  event: relate('Payment', 'event', eventById, (payment: PaymentRow) => payment.eventId),
  closer: relate('Payment', 'closer', closerById, (payment: PaymentRow) => payment.closerId),
  setter: relate('Payment', 'setter', setterById, (payment: PaymentRow) => payment.setterId),
  source: relate('Payment', 'source', sourceById, (payment: PaymentRow) => payment.sourceId),
}

export const paymentsCredited = relate('Event', 'payments', paymentsOfEvent, (event: EventRow) => event.id)
