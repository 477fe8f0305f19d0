import { v7 as uuidv7 } from 'uuid'
import type { Tx } from '../../../database/tx.ts'

/** The call type behind a booking tool's event type, made when it is first seen; it takes the tool's latest name. */
export async function ensureCallType(tx: Tx, { ref, name }: { ref: string | null; name: string }): Promise<string> {
  const called = name.trim() || 'Call'
  const providerRef = ref ?? `name:${called.toLowerCase()}`
  // Only a change is written: a row that every booking writes would make every booking wait for the others.
  const [known] = await tx.query<{ id: string; name: string }>(
    `select id, name from call_types where organization_id = $1 and provider_ref = $2`,
    [tx.organizationId, providerRef],
  )
  if (known?.name === called) return known.id
  const [row] = await tx.query<{ id: string }>(
    `insert into call_types as t (organization_id, id, name, provider_ref) values ($1, $2, $3, $4)
     on conflict (organization_id, provider_ref) do update set name = excluded.name returning id`,
    [tx.organizationId, uuidv7(), called, providerRef],
  )
  if (!row) throw new Error('A stored call type was not returned')
  return row.id
}
