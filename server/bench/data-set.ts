import postgres from 'postgres'
import type { Scope } from '../src/kernel/actor.ts'
import { makeTenantToken, type TenantToken } from '../src/kernel/tenant-token.ts'
import { apiKeyPrefix } from '../src/modules/identity/service/index.ts'

/** One organization of many rows beside small ones, the same at every run. */
export interface DataSet {
  organizationId: string
  /** Each key is limited by itself, as each customer's program would be. */
  apiKeys: readonly string[]
}

const events = 50_000
const smallOrganizations = 19
const scopes: readonly Scope[] = ['events:read', 'leads:read', 'payments:read', 'roster:read']

/** Ids follow from the kind and the number, so that rows can name each other and every run has the same ones. */
const id = (kind: string, number: string) => `md5(o.id::text || '${kind}' || (${number})::text)::uuid`

const organization = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`

/** Fills an empty, migrated database as its owner. Triggers are left out: what they would keep is written here. */
export async function fillDataSet(ownerUrl: string, { keys }: { keys: number }): Promise<DataSet> {
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => undefined })
  const [large, ...small] = Array.from({ length: 1 + smallOrganizations }, (_, number) => organization(number + 1))
  if (large === undefined) throw new Error('There is no organization to fill')
  const tokens = Array.from({ length: keys }, () => makeTenantToken(apiKeyPrefix, large))
  try {
    await owner.unsafe('set session_replication_role = replica')
    await owner.unsafe(`create temp table filled (id uuid, events int)`)
    for (const each of [large, ...small]) await owner`insert into filled values (${each}, ${each === large ? events : events / 250})`
    for (const statement of statements) await owner.unsafe(statement)
    await insertKeys(owner, large, tokens)
    await owner.unsafe('vacuum analyze')
  } finally {
    await owner.end()
  }
  return { organizationId: large, apiKeys: tokens.map((token) => token.text) }
}

async function insertKeys(owner: postgres.Sql, organizationId: string, tokens: readonly TenantToken[]): Promise<void> {
  for (const { hash, lastFour } of tokens) {
    await owner`insert into api_keys (organization_id, id, name, key_hash, last_four, scopes, created_by, last_used_at)
      values (${organizationId}, gen_random_uuid(), 'Bench', ${hash}, ${lastFour}, ${[...scopes]}, 'bench', now())`
  }
}

const people = (table: string, kind: string, count: number) => `
  insert into ${table} (organization_id, id, name, email)
  select o.id, ${id(kind, 'n')}, '${kind} ' || n, '${kind}' || n || '@team.example'
  from filled o, generate_series(0, ${count - 1}) n`

const statements = [
  `insert into organizations (id, name, time_zone, currency) select id, 'Organization ' || id, 'America/New_York', 'USD' from filled`,
  people('closers', 'closer', 200),
  people('setters', 'setter', 100),
  `insert into sources (organization_id, id, name) select o.id, ${id('source', 'n')}, 'Source ' || n from filled o, generate_series(0, 11) n`,
  `insert into leads (organization_id, id, name, email, phone, time_zone, created_at)
   select o.id, ${id('lead', 'n')}, 'Lead Number ' || n, 'lead' || n || '@customer.example', '+1555' || lpad(n::text, 7, '0'), 'America/Chicago',
     timestamptz '2026-01-01' + n * interval '7 minutes'
   from filled o, generate_series(0, o.events / 2 - 1) n`,
  // Two thirds of the calls took place, a fifth of those closed a deal; the newest rows are mixed like all others.
  `insert into events (organization_id, id, booking_ref, lead_id, lead_name, lead_email, host_name, closer_id, setter_id, setter_name, source_id, source_name,
     scheduled_at, ends_at, booked_at, status, outcome, join_url, answers)
   select o.id, ${id('event', 'n')}, 'booking-' || n, ${id('lead', 'n / 2')}, 'Lead Number ' || n / 2, 'lead' || n / 2 || '@customer.example', 'closer ' || n * 7 % 200,
     case when n % 17 = 0 then null else ${id('closer', 'n * 7 % 200')} end, case when n % 13 = 0 then null else ${id('setter', 'n * 3 % 100')} end,
     'setter ' || n * 3 % 100, ${id('source', 'n % 12')}, 'Source ' || n % 12,
     t.at, t.at + interval '45 minutes', t.at - interval '3 days', case when n % 3 = 2 then 'no_show' else 'completed' end,
     case when n % 3 = 2 then 'no_show' when n % 5 = 0 then 'closed' else 'offer_made' end,
     'https://meet.example/' || n, '[{"question":"What is your goal?","answer":"More customers"}]'
   from filled o, generate_series(0, o.events - 1) n, lateral (select timestamptz '2026-01-01 14:00Z' + n * interval '3 minutes' as at) t`,
  `insert into post_call_forms (organization_id, id, event_id, call_occurred, lead_showed, offer_made, deal_closed, notes, submitted_at, submitted_by, submitted_by_name)
   select o.id, ${id('form', 'n')}, ${id('event', 'n')}, true, n % 3 <> 2, n % 3 <> 2, n % 3 <> 2 and n % 5 = 0,
     'Talked about their goals and what holds them back; call ' || n || '.', timestamptz '2026-01-01 15:00Z' + n * interval '3 minutes', 'bench', 'closer'
   from filled o, generate_series(0, o.events - 1) n where n % 10 < 7`,
  `insert into payments (organization_id, id, origin, amount_minor, currency, paid_at, status, customer_email, metadata, lead_id, event_id, closer_id, source_id, attribution_method)
   select o.id, ${id('payment', 'n * 2 + part')}, 'manual', 100000 + n % 900 * 100 + part, 'USD', timestamptz '2026-01-01 16:00Z' + n * interval '3 minutes' + part * interval '1 day',
     'succeeded', 'lead' || n / 2 || '@customer.example', '{}', ${id('lead', 'n / 2')}, ${id('event', 'n')},
     case when n % 17 = 0 then null else ${id('closer', 'n * 7 % 200')} end, ${id('source', 'n % 12')}, 'matched_past'
   from filled o, generate_series(0, o.events - 1) n, generate_series(0, 1) part where n % 10 < 3`,
  // Who may see a lead or a form follows from its events; the database keeps it by the triggers that were left out.
  `update post_call_forms f set rep_ids = e.rep_ids from events e where e.organization_id = f.organization_id and e.id = f.event_id`,
  `update leads l set rep_ids = reps.ids
   from (select organization_id, lead_id, array_agg(distinct rep) as ids from events, unnest(rep_ids) rep group by 1, 2) reps
   where reps.organization_id = l.organization_id and reps.lead_id = l.id`,
]
