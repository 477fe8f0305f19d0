import type { Tx } from '../../../database/tx.ts'
import { notFound } from '../../../kernel/errors.ts'

export interface OrganizationRow {
  id: string
  name: string
  timeZone: string
  currency: string
  attributionWindowDays: number
  reportMatchDays: number
  createdAt: string
}

const known = new WeakMap<Tx, Promise<OrganizationRow>>()

/** The organization of a transaction; read once in each. */
export function currentOrganization(tx: Tx): Promise<OrganizationRow> {
  const reading = known.get(tx) ?? read(tx)
  known.set(tx, reading)
  return reading
}

async function read(tx: Tx): Promise<OrganizationRow> {
  const [row] = await tx.query<OrganizationRow>(
    `select id, name, time_zone as "timeZone", currency, attribution_window_days as "attributionWindowDays",
       report_match_days as "reportMatchDays", created_at as "createdAt" from organizations where id = $1`,
    [tx.organizationId],
  )
  if (!row) throw notFound('organization')
  return row
}

/** IANA name of the zone whose days are the organization's days. */
export const timeZoneOf = async (tx: Tx): Promise<string> => (await currentOrganization(tx)).timeZone

/** The currency that the organization reports in. */
export const currencyOf = async (tx: Tx): Promise<string> => (await currentOrganization(tx)).currency
