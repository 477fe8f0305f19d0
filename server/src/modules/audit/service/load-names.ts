import type { Tx } from '../../../database/tx.ts'

/** Tables whose rows have a name of their own, and what that is. */
const named: readonly (readonly [table: string, name: string])[] = [
  ['organization_members', 'r.name'],
  ['api_keys', 'r.name'],
  ['connections', 'r.name'],
  ['closers', 'r.name'],
  ['closer_names', 'r.name'],
  ['setters', 'r.name'],
  ['setter_names', 'r.name'],
  ['sources', 'r.name'],
  ['source_names', 'r.name'],
  ['traffic_types', 'r.name'],
  ['traffic_type_names', 'r.name'],
  ['call_types', 'r.name'],
  ['leads', 'r.name'],
  ['lead_emails', 'r.email'],
  ['lead_phones', 'r.phone'],
  ['events', 'r.lead_name'],
  ['invitations', 'r.email'],
  ['imports', 'r.file_name'],
  ['form_versions', `'version ' || r.number`],
  ['call_outcomes', 'r.label'],
  ['opportunity_statuses', 'r.label'],
  ['packages', 'r.name'],
  ['operator_sessions', 'r.operator_name'],
  [
    'payments',
    `coalesce(r.customer_name, r.customer_email, (select l.name from leads l where l.organization_id = $1 and l.id = r.lead_id))`,
  ],
]

/** Rows that go by the name of another. */
const namedAfter: readonly string[] = [
  `select r.id, e.lead_name as name from post_call_forms r join events e on e.organization_id = $1 and e.id = r.event_id
   where r.organization_id = $1 and r.id = any($2::uuid[])`,
  `select r.id, c.name from connection_secrets r join connections c on c.organization_id = $1 and c.id = r.connection_id
   where r.organization_id = $1 and r.id = any($2::uuid[])`,
  `select r.id, coalesce(c.name, s.name) from portal_links r
   left join closers c on c.organization_id = $1 and c.id = r.closer_id left join setters s on s.organization_id = $1 and s.id = r.setter_id
   where r.organization_id = $1 and r.id = any($2::uuid[])`,
  `select r.id, coalesce(c.name, s.name) from goals r
   left join closers c on c.organization_id = $1 and c.id = r.closer_id left join setters s on s.organization_id = $1 and s.id = r.setter_id
   where r.organization_id = $1 and r.id = any($2::uuid[])`,
  `select r.id, coalesce(c.name, s.name) from credit_disputes r
   left join closers c on c.organization_id = $1 and c.id = r.closer_id left join setters s on s.organization_id = $1 and s.id = r.setter_id
   where r.organization_id = $1 and r.id = any($2::uuid[])`,
  `select r.id, coalesce(c.name, s.name) from portal_sessions r join portal_links k on k.organization_id = $1 and k.id = r.link_id
   left join closers c on c.organization_id = $1 and c.id = k.closer_id left join setters s on s.organization_id = $1 and s.id = k.setter_id
   where r.organization_id = $1 and r.id = any($2::uuid[])`,
]

/** People by their user id: members, those who were members, and operators who acted for the organization. */
const people = `
  select user_id, name, 1 as rank, created_at as since from organization_members where organization_id = $1 and user_id = any($2::uuid[])
  union all
  select user_id, operator_name, 2, started_at from operator_sessions where organization_id = $1 and user_id = any($2::uuid[])
  union all
  select (before ->> 'user_id')::uuid, before ->> 'name', 3, at from audit_log
  where organization_id = $1 and table_name = 'organization_members' and operation = 'delete' and before ->> 'user_id' = any($2::text[])`

const statement = [
  ...named.map(([table, name]) => `select r.id, ${name} as name from ${table} r where r.organization_id = $1 and r.id = any($2::uuid[])`),
  ...namedAfter,
  `(select distinct on (user_id) user_id, name from (${people}) p order by user_id, rank, since desc)`,
  `select o.id, o.name from organizations o where o.id = $1 and o.id = any($2::uuid[])`,
].join('\nunion all\n')

/** What rows and people are called, by their ids, whichever table they are in. */
export async function loadNames(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ id: string; name: string | null }>(statement, [tx.organizationId, ids])
  return new Map(rows.flatMap(({ id, name }) => (name === null ? [] : [[id, name] as const])))
}

/** In which currency the amounts of payments and forms are, by their ids. */
export async function loadCurrencies(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ id: string; currency: string }>(
    `select id, currency from payments where organization_id = $1 and id = any($2::uuid[])
     union all select id, cash_currency from post_call_forms where organization_id = $1 and id = any($2::uuid[]) and cash_currency is not null
     union all select id, currency from credit_disputes where organization_id = $1 and id = any($2::uuid[]) and currency is not null`,
    [tx.organizationId, ids],
  )
  return new Map(rows.map(({ id, currency }) => [id, currency]))
}
