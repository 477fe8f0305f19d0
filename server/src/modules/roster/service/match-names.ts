import type { Tx } from '../../../database/tx.ts'
import { normaliseEmail, normaliseName } from '../../../lib/identity.ts'
import { dateFromPostgres } from '../../../lib/postgres-time.ts'

export interface Host {
  email: string | null
  name?: string | null
}

interface KnownCloser {
  id: string
  /** An address that is theirs, or a name that somebody said is theirs, folded. */
  key: string
}

/** What a host is known by: their address, or their name where the booking tool gives no address; null where it gives neither. */
export const hostKey = ({ email, name }: Host): string | null => normaliseEmail(email ?? '') ?? (normaliseName(name ?? '') || null)

/**
 * The closer who hosts a call: of its hosts in order, the first who is a closer by their address or by an alias. Where none of them has an
 * address at all, also the first whose name is that of one closer alone. Who had left when the call was booked takes none; without that
 * moment, whoever left by now.
 */
export async function matchCloser(tx: Tx, hosts: readonly Host[], bookedAt?: Date): Promise<string | null> {
  const keys = hosts.map(hostKey).filter((key) => key !== null)
  if (keys.length === 0) return null
  const here = `c.organization_id = $1 and (c.deactivated_at is null or c.deactivated_at > $2::text::timestamptz)`
  const at = bookedAt?.toISOString() ?? null
  const [known] = await tx.query<KnownCloser>(
    `select k.id, k.key from (
       select c.id, c.email as key from closers c where ${here} and c.email = any($3::text[])
       union all
       select c.id, n.name_key from closer_names n join closers c on c.organization_id = n.organization_id and c.id = n.closer_id
         where ${here} and n.name_key = any($3::text[])
     ) k order by array_position($3::text[], k.key) limit 1`,
    [tx.organizationId, at, keys],
  )
  if (known || hosts.some(({ email }) => normaliseEmail(email ?? '') !== null)) return known?.id ?? null
  const closers = await tx.query<{ id: string; name: string }>(`select c.id, c.name from closers c where ${here}`, [tx.organizationId, at])
  for (const key of keys) {
    const [only, another] = closers.filter((closer) => normaliseName(closer.name) === key)
    if (only && !another) return only.id
  }
  return null
}

/** Who goes by a setter's name, and since when they are gone. */
export interface NamedSetter {
  id: string
  leftAt: Date | null
}

/** Whose name it is, of the setters here and of those who left; letter case, spacing and punctuation aside. */
export async function findSetterByName(tx: Tx, name: string): Promise<NamedSetter | null> {
  const [row] = await tx.query<{ id: string; leftAt: string | null }>(
    `select n.setter_id as id, s.deactivated_at as "leftAt"
     from setter_names n join setters s on s.organization_id = n.organization_id and s.id = n.setter_id
     where n.organization_id = $1 and n.name_key = $2`,
    [tx.organizationId, normaliseName(name)],
  )
  return row ? { id: row.id, leftAt: row.leftAt === null ? null : dateFromPostgres(row.leftAt) } : null
}

/** The setter whose a call is that names them; nobody's where they had left when it was booked. */
export const setterWhen = (setter: NamedSetter | null, bookedAt: Date): string | null =>
  setter && (setter.leftAt === null || setter.leftAt > bookedAt) ? setter.id : null

/** The setter who goes by the name that a booking says. Who had left when it was booked takes none, however late it becomes known. */
export const matchSetterName = async (tx: Tx, name: string, bookedAt: Date): Promise<string | null> =>
  setterWhen(await findSetterByName(tx, name), bookedAt)

export async function matchSource(tx: Tx, name: string): Promise<{ id: string; trafficTypeId: string | null } | null> {
  const [row] = await tx.query<{ id: string; trafficTypeId: string | null }>(
    `select s.id, s.traffic_type_id as "trafficTypeId" from source_names n
     join sources s on s.organization_id = n.organization_id and s.id = n.source_id where n.organization_id = $1 and n.name_key = $2`,
    [tx.organizationId, normaliseName(name)],
  )
  return row ?? null
}

export async function matchTrafficType(tx: Tx, name: string): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>(
    `select id from traffic_types where organization_id = $1 and name_key = $2
     union all select traffic_type_id from traffic_type_names where organization_id = $1 and name_key = $2 limit 1`,
    [tx.organizationId, normaliseName(name)],
  )
  return row?.id ?? null
}
