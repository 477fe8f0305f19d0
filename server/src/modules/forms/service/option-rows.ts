import type { eventOutcomes, optionColors } from '@clinch/drizzle/tables'
import type { Tx } from '../../../database/tx.ts'

type OptionColor = (typeof optionColors)[number]

/** Where an organization says that a deal stands. */
export interface OpportunityStatusRow {
  id: string
  label: string
  color: OptionColor
  retiredAt: string | null
}

/** What an organization calls a way in which calls end, and which of the outcomes that figures know that is. */
export interface CallOutcomeRow extends OpportunityStatusRow {
  outcome: (typeof eventOutcomes)[number]
}

interface Source {
  table: 'call_outcomes' | 'opportunity_statuses'
  columns: string
  /** The column of a form that names an entry. */
  named: 'call_outcome_id' | 'opportunity_status_id'
}

const statusColumns = 'o.id, o.label, o.color, o.retired_at as "retiredAt"'
const outcomes: Source = { table: 'call_outcomes', columns: `${statusColumns}, o.outcome`, named: 'call_outcome_id' }
const statuses: Source = { table: 'opportunity_statuses', columns: statusColumns, named: 'opportunity_status_id' }

async function load<Row extends OpportunityStatusRow>(tx: Tx, { table, columns }: Source, ids: readonly string[]) {
  const rows = await tx.query<Row>(`select ${columns} from ${table} o where o.organization_id = $1 and o.id = any($2::uuid[])`, [
    tx.organizationId,
    ids,
  ])
  return new Map(rows.map((row) => [row.id, row]))
}

const list = <Row extends OpportunityStatusRow>(tx: Tx, { table, columns }: Source, { includeRetired }: { includeRetired: boolean }) =>
  tx.query<Row>(
    `select ${columns} from ${table} o where o.organization_id = $1 and ($2::boolean or o.retired_at is null)
     order by o.retired_at desc nulls first, o.position, o.id`,
    [tx.organizationId, includeRetired],
  )

async function countForms(tx: Tx, column: string, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.query<{ id: string; forms: number }>(
    `select ${column} as id, count(*)::int as forms from post_call_forms where organization_id = $1 and ${column} = any($2::uuid[]) group by 1`,
    [tx.organizationId, ids],
  )
  return new Map(rows.map(({ id, forms }) => [id, forms]))
}

/** By id, retired or not. */
export const loadCallOutcomes = (tx: Tx, ids: readonly string[]) => load<CallOutcomeRow>(tx, outcomes, ids)
export const loadOpportunityStatuses = (tx: Tx, ids: readonly string[]) => load<OpportunityStatusRow>(tx, statuses, ids)

/** Those in force in the organization's order; where asked for, then the retired ones, the last retired first. */
export const listCallOutcomes = (tx: Tx, which: { includeRetired: boolean }) => list<CallOutcomeRow>(tx, outcomes, which)
export const listOpportunityStatuses = (tx: Tx, which: { includeRetired: boolean }) => list<OpportunityStatusRow>(tx, statuses, which)

/** How many forms, of those that the caller may see, name each; those that none names are left out. */
export const countFormsWithOutcome = (tx: Tx, ids: readonly string[]) => countForms(tx, outcomes.named, ids)
export const countFormsWithStatus = (tx: Tx, ids: readonly string[]) => countForms(tx, statuses.named, ids)
export const countFormsWithPackage = (tx: Tx, ids: readonly string[]) => countForms(tx, 'package_id', ids)

/** How many forms name an outcome, or did in an earlier version. Asked seldom: versions are looked through one by one. */
export async function countFormsThatSaid(tx: Tx, outcomeId: string): Promise<number> {
  const [row] = await tx.query<{ forms: number }>(
    `select count(*)::int as forms from (
       select id from post_call_forms where organization_id = $1 and call_outcome_id = $2::uuid
       union select form_id from post_call_form_versions where organization_id = $1 and answers ->> 'callOutcomeId' = $2::uuid::text
     ) said`,
    [tx.organizationId, outcomeId],
  )
  return row?.forms ?? 0
}
