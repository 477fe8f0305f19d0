import type { CustomFieldValues } from '@clinch/drizzle/tables'
import type { Tx } from '../../../database/tx.ts'
import { conflict, notFound } from '../../../kernel/errors.ts'
import type { OwnFields } from './merge-choice.ts'

export interface LeadToMerge extends OwnFields {
  id: string
  repIds: string[]
  customFields: CustomFieldValues
  mergedIntoId: string | null
  mergedIntoName: string | null
}

/** Two leads by id, in the order asked for. The caller holds both, where it changes them. NOT_FOUND where either is none of the caller's. */
export async function readPair(tx: Tx, firstId: string, secondId: string): Promise<[LeadToMerge, LeadToMerge]> {
  const pair = await findPair(tx, firstId, secondId)
  if (!pair) throw notFound('lead')
  return pair
}

/** The same, or null where either is none of the caller's. */
export async function findPair(tx: Tx, firstId: string, secondId: string): Promise<[LeadToMerge, LeadToMerge] | null> {
  const rows = await tx.query<LeadToMerge>(
    `select l.id, l.name, l.email, l.phone, l.time_zone as "timeZone", l.source_id as "sourceId", l.source_name as "sourceName",
       l.traffic_type_id as "trafficTypeId", l.rep_ids as "repIds", l.custom_fields as "customFields", l.merged_into_id as "mergedIntoId", s.name as "mergedIntoName"
     from leads l left join leads s on s.organization_id = l.organization_id and s.id = l.merged_into_id
     where l.organization_id = $1 and l.id = any($2::uuid[])`,
    [tx.organizationId, [firstId, secondId]],
  )
  const [first, second] = [firstId, secondId].map((id) => rows.find((row) => row.id === id))
  return first && second ? [first, second] : null
}

/** Who was merged already is nobody of their own: CONFLICT, naming whom they were merged into. */
export function refuseMerged(...leads: readonly LeadToMerge[]): void {
  for (const { name, mergedIntoId, mergedIntoName } of leads) {
    if (mergedIntoId !== null) throw conflict(`${name} was merged into ${mergedIntoName ?? 'another lead'} already.`)
  }
}

/** Writes a lead's values of the organization's own fields, all of them. */
export async function storeLeadValues(tx: Tx, leadId: string, values: CustomFieldValues): Promise<void> {
  await tx.query(`update leads set custom_fields = $3::text::jsonb where organization_id = $1 and id = $2`, [
    tx.organizationId,
    leadId,
    JSON.stringify(values),
  ])
}

/** Writes a lead's own fields. */
export async function storeFields(tx: Tx, leadId: string, fields: OwnFields): Promise<void> {
  const { name, email, phone, timeZone, sourceId, sourceName, trafficTypeId } = fields
  await tx.query(
    `update leads set name = $3, email = $4, phone = $5, time_zone = $6, source_id = $7, source_name = $8, traffic_type_id = $9
     where organization_id = $1 and id = $2`,
    [tx.organizationId, leadId, name, email, phone, timeZone, sourceId, sourceName, trafficTypeId],
  )
}
