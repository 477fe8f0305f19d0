import { relate } from '../../../graphql-kit/relations.ts'
import { customFieldsOf } from '../../fields/graphql/fields.loaders.ts'
import { setterById } from '../../roster/graphql/roster.loaders.ts'
import type { LeadRow } from '../service/load-leads.ts'

/** What belongs to a lead, by the keys that its row has. */
export const ofLead = {
  originalSetter: relate('Lead', 'originalSetter', setterById, (lead: LeadRow) => lead.originalSetterId),
  currentSetter: relate('Lead', 'currentSetter', setterById, (lead: LeadRow) => lead.currentSetterId),
  customFields: relate('Lead', 'customFields', customFieldsOf.lead, (lead: LeadRow) => lead.id),
}
