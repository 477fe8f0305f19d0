import type { Tx } from '../../../database/tx.ts'
import { conflict, notFound } from '../../../kernel/errors.ts'
import { lockLead } from './lock-lead.ts'

/** A lead as verbs find it. */
export interface HeldLead {
  id: string
  name: string
  email: string | null
  phone: string | null
  timeZone: string | null
}

/**
 * Holds a lead who is to be changed. NOT_FOUND where there is none for this caller, CONFLICT where they were merged into another: then
 * that one is whom to change.
 */
export async function holdLead(tx: Tx, leadId: string): Promise<HeldLead> {
  await lockLead(tx, leadId)
  const [lead] = await tx.query<HeldLead & { mergedInto: string | null }>(
    `select l.id, l.name, l.email, l.phone, l.time_zone as "timeZone", s.name as "mergedInto" from leads l
     left join leads s on s.organization_id = l.organization_id and s.id = l.merged_into_id
     where l.organization_id = $1 and l.id = $2`,
    [tx.organizationId, leadId],
  )
  if (!lead) throw notFound('lead')
  if (lead.mergedInto !== null) throw conflict(`${lead.name} was merged into ${lead.mergedInto}: change that lead.`)
  return lead
}
