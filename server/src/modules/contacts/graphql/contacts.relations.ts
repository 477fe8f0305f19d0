import { relate } from '../../../graphql-kit/relations.ts'
import { eventById } from '../../events/graphql/events.loaders.ts'
import { leadById } from '../../leads/graphql/leads.loaders.ts'
import type { LeadRow } from '../../leads/service/index.ts'
import { paymentById } from '../../payments/graphql/payments.loaders.ts'
import type { TimelineRow } from '../service/load-timeline.ts'
import {
  cashOfLead,
  emailsOfLead,
  eventsOfLead,
  mergesOfLead,
  originOfLead,
  paymentsOfLead,
  phonesOfLead,
  survivorOfLead,
} from './contacts.loaders.ts'

const ownId = (lead: LeadRow) => lead.id

/** What is known of a lead beside its own row, by the lead’s id. */
export const knownOfLead = {
  emails: relate('Lead', 'emails', emailsOfLead, ownId),
  phones: relate('Lead', 'phones', phonesOfLead, ownId),
  events: relate('Lead', 'events', eventsOfLead, ownId),
  payments: relate('Lead', 'payments', paymentsOfLead, ownId),
  netCash: relate('Lead', 'netCash', cashOfLead, ownId),
  source: relate('Lead', 'source', originOfLead, ownId),
  trafficType: relate('Lead', 'trafficType', originOfLead, ownId),
  merges: relate('Lead', 'merges', mergesOfLead, ownId),
  /** Only of those who were merged. */
  survivor: relate('Lead', 'mergedInto', survivorOfLead, (lead: LeadRow) => (lead.mergedIntoId === null ? null : lead.id)),
}

/** What an entry of a timeline is about. */
export const ofEntry = {
  event: relate('LeadTimelineEntry', 'event', eventById, (entry: TimelineRow) => entry.eventId),
  payment: relate('LeadTimelineEntry', 'payment', paymentById, (entry: TimelineRow) => entry.paymentId),
  otherLead: relate('LeadTimelineEntry', 'otherLead', leadById, (entry: TimelineRow) => entry.otherLeadId),
}
