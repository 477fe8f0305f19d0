import type { Tx } from '../../../database/tx.ts'
import { notFound } from '../../../kernel/errors.ts'
import type { Plan } from './plans.ts'

export interface OrganizationRow {
  id: string
  name: string
  timeZone: string
  currency: string
  attributionWindowDays: number
  reportMatchDays: number
  /** For how many days the bodies of deliveries are kept. */
  deliveryBodyDays: number
  /** Whether members and operators are let in only with a second factor. */
  secondFactorRequired: boolean
  /** After how many hours without use the sessions of its members end. */
  sessionIdleHours: number | null
  createdAt: string
  plan: Plan
  /** Seats by agreement, beside those of the plan. */
  extraSeats: number
  trialEndsAt: string | null
  /** Its trial is over. */
  readOnly: boolean
  state: 'active' | 'suspended' | 'deleting'
  /** From when on it is deleted, where that was asked for. */
  deleteAfter: string | null
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
       report_match_days as "reportMatchDays", delivery_body_days as "deliveryBodyDays", second_factor_required as "secondFactorRequired",
       session_idle_hours as "sessionIdleHours", created_at as "createdAt", plan, extra_seats as "extraSeats", trial_ends_at as "trialEndsAt",
       plan = 'trial' and trial_ends_at <= clock_timestamp() as "readOnly", state, delete_after as "deleteAfter"
     from organizations where id = $1`,
    [tx.organizationId],
  )
  if (!row) throw notFound('organization')
  return row
}

/** IANA name of the zone whose days are the organization's days. */
export const timeZoneOf = async (tx: Tx): Promise<string> => (await currentOrganization(tx)).timeZone

/** The currency that the organization reports in. */
export const currencyOf = async (tx: Tx): Promise<string> => (await currentOrganization(tx)).currency
