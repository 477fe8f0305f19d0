import type { Tx } from '../../../database/tx.ts'
import { paymentsShown, sightOf } from '../../organizations/service/index.ts'
import { isContact } from './contact-fields.ts'
import { type FieldSubject, loadFields } from './field-row.ts'
import { tableOf } from './subject-tables.ts'

/**
 * How many leads, events or payments have a value of each of the given fields, as far as the caller may see those: of payments that reps
 * are not shown, and of how to reach leads where they are not shown that, there are none for them.
 */
export async function countUses(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const [found, { leadContacts }] = await Promise.all([loadFields(tx, ids), sightOf(tx)])
  const fields = [...found.values()].filter((field) => leadContacts || !isContact(field))
  const counts = new Map<FieldSubject, ReadonlyMap<string, number>>()
  for (const subject of new Set(fields.map((field) => field.subject))) counts.set(subject, await countOf(tx, subject))
  return new Map(fields.map(({ id, subject, key }) => [id, counts.get(subject)?.get(key) ?? 0]))
}

async function countOf(tx: Tx, subject: FieldSubject): Promise<ReadonlyMap<string, number>> {
  const shown = subject === 'payment' ? paymentsShown(tx) : 'true'
  const rows = await tx.query<{ key: string; uses: number }>(
    `select k.key, count(*)::int as uses from ${tableOf[subject]} r cross join lateral jsonb_object_keys(r.custom_fields) as k (key)
     where r.organization_id = $1 and r.custom_fields <> '{}'::jsonb and ${shown} group by k.key`,
    [tx.organizationId],
  )
  return new Map(rows.map(({ key, uses }) => [key, uses]))
}
