import type { Tx } from '../../../database/tx.ts'
import { normaliseEmail, normaliseName } from '../../../lib/identity.ts'

/** The closer who hosts a call: of its hosts in order, the first whose e-mail address is an active closer's. */
export async function matchCloser(tx: Tx, hosts: readonly { email: string | null }[]): Promise<string | null> {
  const emails = hosts.map((host) => normaliseEmail(host.email ?? '')).filter((email) => email !== null)
  if (emails.length === 0) return null
  const [row] = await tx.query<{ id: string }>(
    `select id from closers where organization_id = $1 and email = any($2::text[]) and deactivated_at is null
     order by array_position($2::text[], email) limit 1`,
    [tx.organizationId, emails],
  )
  return row?.id ?? null
}

/** The setter who goes by a name, letter case, spacing and punctuation aside. */
export async function matchSetterName(tx: Tx, name: string): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>(
    `select n.setter_id as id from setter_names n join setters s on s.organization_id = n.organization_id and s.id = n.setter_id
     where n.organization_id = $1 and n.name_key = $2 and s.deactivated_at is null`,
    [tx.organizationId, normaliseName(name)],
  )
  return row?.id ?? null
}

export async function matchSource(tx: Tx, name: string): Promise<{ id: string; trafficTypeId: string | null } | null> {
  const [row] = await tx.query<{ id: string; trafficTypeId: string | null }>(
    `select s.id, s.traffic_type_id as "trafficTypeId" from source_names n
     join sources s on s.organization_id = n.organization_id and s.id = n.source_id where n.organization_id = $1 and n.name_key = $2`,
    [tx.organizationId, normaliseName(name)],
  )
  return row ?? null
}

export async function matchTrafficType(tx: Tx, name: string): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>(`select id from traffic_types where organization_id = $1 and name_key = $2`, [
    tx.organizationId,
    normaliseName(name),
  ])
  return row?.id ?? null
}
