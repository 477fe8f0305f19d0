import { relate } from '../../../graphql-kit/relations.ts'
import { customFieldsOf } from '../../fields/graphql/fields.loaders.ts'
import { leadById } from '../../leads/graphql/leads.loaders.ts'
import { callTypeById, closerById, setterById, sourceById, trafficTypeById } from '../../roster/graphql/roster.loaders.ts'
import type { EventRow } from '../service/event-rows.ts'
import { copiesOfEvent, eventById, historyOfEvent, overdueOfEvent, successorOfEvent } from './events.loaders.ts'

/** What belongs to an event, by the keys that its row has. */
export const ofEvent = {
  lead: relate('Event', 'lead', leadById, (event: EventRow) => event.leadId),
  closer: relate('Event', 'closer', closerById, (event: EventRow) => event.closerId),
  setter: relate('Event', 'setter', setterById, (event: EventRow) => event.setterId),
  source: relate('Event', 'source', sourceById, (event: EventRow) => event.sourceId),
  trafficType: relate('Event', 'trafficType', trafficTypeById, (event: EventRow) => event.trafficTypeId),
  callType: relate('Event', 'callType', callTypeById, (event: EventRow) => event.callTypeId),
  rescheduledFrom: relate('Event', 'rescheduledFrom', eventById, (event: EventRow) => event.rescheduledFromId),
  rescheduledTo: relate('Event', 'rescheduledTo', successorOfEvent, (event: EventRow) => event.id),
  duplicateOf: relate('Event', 'duplicateOf', eventById, (event: EventRow) => event.duplicateOfId),
  copies: relate('Event', 'copies', copiesOfEvent, (event: EventRow) => event.id),
  overdue: relate('Event', 'overdue', overdueOfEvent, (event: EventRow) => event.id),
  history: relate('Event', 'history', historyOfEvent, (event: EventRow) => event.id),
  customFields: relate('Event', 'customFields', customFieldsOf.event, (event: EventRow) => event.id),
}
