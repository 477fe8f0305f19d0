import type { Page } from '../../../database/keyset.ts'
import type { Tx } from '../../../database/tx.ts'
import { likePattern } from '../../../lib/like-pattern.ts'
import { dateFromPostgres } from '../../../lib/postgres-time.ts'
import { type Plan, planTerms, seatsOf, monthOf } from '../../organizations/service/index.ts'
import { judgeActivity, type OrganizationHealth } from './judge-activity.ts'
import { newestFirst, type NewestFirst } from './newest-first.ts'
import { look, type Operating } from './operator-verb.ts'

/** Rows are counted no further: a figure that reaches it stands for "so many, or more". */
export const countedTo = 10_000

interface StoredOrganization {
  id: string
  name: string
  timeZone: string
  currency: string
  createdAt: string
  plan: Plan
  trialEndsAt: string | null
  extraSeats: number
  state: string
  stateReason: string | null
  deleteAfter: string | null
  ownerName: string | null
  ownerEmail: string | null
  members: number
  importsThisMonth: number
  events: number
  payments: number
  forms: number
  connectedAt: string | null
  firstEventAt: string | null
  firstFormAt: string | null
  firstPaymentAt: string | null
  lastActiveAt: string | null
  deliveries: number
  refused: number
  failed: number
  parked: number
  held: number
  actingUntil: string | null
}

/** An organization as its operators see it. */
export interface OrganizationOverview extends StoredOrganization {
  /** Whether its trial is over, so that it can only be read. */
  readOnly: boolean
  health: OrganizationHealth
  usage: {
    seatsUsed: number
    seats: number
    importsUsed: number
    imports: number | null
    importsResetAt: Date
    sessionsAtOnce: number | null
  }
}

export interface OrganizationSearch {
  search?: string | null | undefined
  state?: string | null | undefined
  plan?: string | null | undefined
}

const columns = `id, name, time_zone as "timeZone", currency, created_at as "createdAt", plan, trial_ends_at as "trialEndsAt", extra_seats as "extraSeats",
  state, state_reason as "stateReason", delete_after as "deleteAfter", owner_name as "ownerName", owner_email as "ownerEmail", members,
  imports_this_month as "importsThisMonth", events, payments, forms, connected_at as "connectedAt", first_event_at as "firstEventAt",
  first_form_at as "firstFormAt", first_payment_at as "firstPaymentAt", last_active_at as "lastActiveAt", deliveries, refused, failed, parked, held,
  acting_until as "actingUntil"`

const foundBy = ({ search, state, plan }: OrganizationSearch): (string | null)[] => [
  search?.trim() ? likePattern(search) : null,
  state ?? null,
  plan ?? null,
]

const find = (tx: Tx, wanted: OrganizationSearch, before: string | null, atMost: number): Promise<{ id: string }[]> =>
  tx.query('select id from platform.find_organizations($1, $2, $3, $4::text::uuid, $5::int)', [...foundBy(wanted), before, atMost])

/** A page of all organizations, the newest first. */
export const listOrganizations = (by: Operating, wanted: OrganizationSearch, page: NewestFirst): Promise<Page<OrganizationOverview>> =>
  look(by, (tx) =>
    newestFirst(page, async (before, atMost) =>
      overviews(
        tx,
        (await find(tx, wanted, before, atMost)).map(({ id }) => id),
      ),
    ),
  )

/** How many organizations a search finds, counted no further than 100,000. */
export const countOrganizations = (by: Operating, wanted: OrganizationSearch): Promise<number> =>
  look(by, async (tx) => {
    const [row] = await tx.query<{ count: number }>(
      'select count(*)::int as count from platform.find_organizations($1, $2, $3, null, 100000)',
      foundBy(wanted),
    )
    return row?.count ?? 0
  })

export const loadOrganization = (by: Operating, id: string): Promise<OrganizationOverview | null> =>
  look(by, async (tx) => (await overviews(tx, [id]))[0] ?? null)

async function overviews(tx: Tx, ids: readonly string[]): Promise<OrganizationOverview[]> {
  const now = new Date()
  const rows = await tx.query<StoredOrganization>(`select ${columns} from platform.organizations($1::uuid[], $2::int) order by id desc`, [
    ids,
    countedTo,
  ])
  return rows.map((row) => ({
    ...row,
    readOnly: row.trialEndsAt !== null && dateFromPostgres(row.trialEndsAt) <= now,
    health: judgeActivity(row.connectedAt !== null, row),
    usage: {
      seatsUsed: row.members,
      seats: seatsOf(row),
      importsUsed: row.importsThisMonth,
      imports: planTerms[row.plan].imports,
      importsResetAt: monthOf(now).end,
      sessionsAtOnce: planTerms[row.plan].sessionsAtOnce,
    },
  }))
}
