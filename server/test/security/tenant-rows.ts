import { createHash } from 'node:crypto'

/** A tenant of the matrix: its ids follow from its name, so that every test can say whose row an id is. */
export interface Tenant {
  organizationId: string
  /** The id of the nth row that this tenant has in a table. */
  id(table: string, nth?: number): string
}

export const tenantNamed = (name: string): Tenant => ({
  organizationId: uuidFrom(`${name}:organizations`),
  id: (table, nth = 1) => uuidFrom(`${name}:${table}:${nth}`),
})

function uuidFrom(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** What the app may write of a table, beside what row-level security says: the columns of which it may insert or change some, and rows that go. */
export interface AppWrites {
  insert: 'all' | readonly string[]
  update: 'all' | readonly string[]
  delete: boolean
}

/** Most rows are ended, revoked or marked as deleted, and stay. */
const allButDelete: AppWrites = { insert: 'all', update: 'all', delete: false }
const everything: AppWrites = { ...allButDelete, delete: true }
const nothing: AppWrites = { insert: [], update: [], delete: false }
const addition: AppWrites = { insert: 'all', update: [], delete: false }

/** What the app may write of a table of the matrix. */
export const writesOf = (table: string): AppWrites => tenantTables[table]?.appWrites ?? allButDelete

/** A tenant table of the matrix. */
export interface TableSeed {
  /**
   * Who in the organization reads its rows: every member, whoever has all of its rows and the reps of the row, or only the former.
   * `anyone` may also write them whatever their scope.
   */
  readers: 'members' | 'reps' | 'admins' | 'anyone'
  /** The columns of the nth row, beside the tenant's and its id; null where only a trigger writes the table. */
  columns: ((tenant: Tenant, nth: number) => Record<string, unknown>) | null
  /** Its rows stay as they were written. */
  appendOnly?: true
  /** Has no `id` of its own. */
  withoutId?: true
  /** What the app may write, where that is not every column of rows that stay. */
  appWrites?: AppWrites
}

const at = '2026-10-06T15:00:00Z'
const later = '2099-10-06T15:00:00Z'
const onEvent = (tenant: Tenant, nth: number) => tenant.id('events', nth === 1 ? 1 : 2)
/** Two rows of a table; a second pair for all but the first. */
const twoOf = (tenant: Tenant, table: string, nth: number) => ({ one_id: tenant.id(table), other_id: tenant.id(table, nth === 1 ? 2 : 4) })
const credit = (tenant: Tenant) => ({
  lead_id: tenant.id('leads'),
  event_id: tenant.id('events'),
  closer_id: tenant.id('closers'),
  setter_id: tenant.id('setters'),
  source_id: tenant.id('sources'),
  traffic_type_id: tenant.id('traffic_types'),
})

/** Every tenant table, each after those that it refers to. A table that is missing here fails the matrix. */
export const tenantTables: Readonly<Record<string, TableSeed>> = {
  organizations: {
    readers: 'members',
    columns: (_tenant, nth) => ({
      name: `Org ${nth}`,
      time_zone: 'Europe/Berlin',
      currency: 'EUR',
      attribution_window_days: 60,
      report_match_days: 3,
    }),
    // Its plan, its state and all that follows from them are the platform's to change.
    appWrites: {
      insert: ['id', 'name', 'time_zone', 'currency', 'attribution_window_days', 'report_match_days', 'created_at'],
      update: [
        'name',
        'time_zone',
        'currency',
        'attribution_window_days',
        'report_match_days',
        'delivery_body_days',
        'second_factor_required',
        'session_idle_hours',
      ],
      delete: false,
    },
  },
  organization_members: {
    readers: 'members',
    columns: (tenant, nth) => ({ user_id: tenant.id('users', nth), role: 'admin', name: 'Ada', email: `ada${nth}@clinch.example` }),
    appWrites: everything,
  },
  api_keys: {
    readers: 'admins',
    columns: (_tenant, nth) => ({ name: 'Key', key_hash: `hash ${nth}`, last_four: 'abcd', scopes: ['events:read'], created_by: 'Ada' }),
  },
  idempotency_keys: {
    readers: 'anyone',
    withoutId: true,
    columns: (_tenant, nth) => ({ actor: 'user:x', operation: 'createCloser', key: `key ${nth}`, input_hash: 'hash', result: {} }),
    appWrites: everything,
  },
  closers: { readers: 'members', columns: (_tenant, nth) => ({ name: 'Cleo', email: `cleo${nth}@clinch.example` }) },
  closer_names: {
    readers: 'members',
    columns: (tenant, nth) => ({ closer_id: tenant.id('closers'), name: 'Cleo', name_key: `cleo ${nth}` }),
  },
  setters: { readers: 'members', columns: (_tenant, nth) => ({ name: 'Sam', email: `sam${nth}@clinch.example` }) },
  setter_names: {
    readers: 'members',
    columns: (tenant, nth) => ({ setter_id: tenant.id('setters'), name: 'Sam', name_key: `sam ${nth}` }),
    appWrites: everything,
  },
  traffic_types: { readers: 'members', columns: (_tenant, nth) => ({ name: 'Paid', name_key: `paid ${nth}` }) },
  traffic_type_names: {
    readers: 'members',
    columns: (tenant, nth) => ({ traffic_type_id: tenant.id('traffic_types'), name: 'Paid', name_key: `cpc ${nth}` }),
  },
  sources: { readers: 'members', columns: (tenant) => ({ name: 'YouTube', traffic_type_id: tenant.id('traffic_types') }) },
  source_names: {
    readers: 'members',
    columns: (tenant, nth) => ({ source_id: tenant.id('sources'), name: 'YouTube', name_key: `tube ${nth}` }),
    appWrites: everything,
  },
  call_types: { readers: 'members', columns: (_tenant, nth) => ({ name: 'Strategy', provider_ref: `type ${nth}` }) },
  invitations: {
    readers: 'admins',
    columns: (tenant, nth) => ({
      email: 'new@clinch.example',
      role: 'sales_rep',
      closer_id: tenant.id('closers'),
      setter_id: tenant.id('setters'),
      token_hash: `hash ${nth}`,
      invited_by: 'Ada',
      expires_at: at,
    }),
  },
  portal_links: {
    readers: 'admins',
    columns: (tenant, nth) => ({
      ...(nth === 2 ? { setter_id: tenant.id('setters') } : { closer_id: tenant.id('closers') }),
      token_hash: `hash ${nth}`,
      last_four: 'abcd',
      created_by: 'Ada',
      expires_at: later,
    }),
    appWrites: { insert: 'all', update: ['first_used_at', 'last_used_at', 'revoked_at'], delete: false },
  },
  portal_sessions: {
    readers: 'admins',
    columns: (tenant, nth) => ({
      link_id: tenant.id('portal_links', nth === 2 ? 2 : 1),
      token_hash: `hash ${nth}`,
      address: '203.0.113.7',
      device: 'Safari on iPhone',
      expires_at: later,
    }),
    appWrites: { insert: 'all', update: ['last_seen_at', 'ended_at'], delete: false },
  },
  imports: {
    readers: 'admins',
    columns: () => ({ kind: 'leads', file_name: 'leads.csv', row_count: 3, created_count: 2, known_count: 1, imported_by: 'Ada' }),
  },
  operator_sessions: {
    readers: 'admins',
    columns: (tenant) => ({ user_id: tenant.id('operators'), operator_name: 'Op Erator', reason: 'They asked.', expires_at: later }),
    appWrites: nothing,
  },
  connections: {
    readers: 'admins',
    columns: () => ({
      provider: 'stripe',
      name: 'Main',
      state: 'active',
      mapping: { setterFrom: [], sourceFrom: [], trafficTypeFrom: [] },
    }),
  },
  connection_secrets: {
    readers: 'admins',
    columns: (tenant) => ({ connection_id: tenant.id('connections'), field: 'webhook_secret', sealed: 'v1.sealed', last_four: 'cret' }),
  },
  connection_health: {
    readers: 'admins',
    withoutId: true,
    columns: (tenant, nth) => ({
      connection_id: tenant.id('connections', nth === 1 ? 1 : 2),
      failures_in_a_row: 1,
      last_error: 'It did not answer.',
    }),
  },
  deliveries: {
    readers: 'admins',
    columns: (tenant, nth) => ({
      connection_id: tenant.id('connections'),
      dedupe_key: `delivery ${nth}`,
      kind: 'charge.succeeded',
      state: 'processed',
      answer: 200,
      body: '\\x7b7d',
      request_id: 'r',
    }),
  },
  leads: {
    readers: 'reps',
    columns: (tenant, nth) => ({
      name: 'Dana',
      email: 'dana@lead.example',
      source_id: tenant.id('sources'),
      traffic_type_id: tenant.id('traffic_types'),
      merged_into_id: nth === 1 ? null : tenant.id('leads'),
      original_setter_id: tenant.id('setters'),
      current_setter_id: tenant.id('setters'),
      // A trigger on events keeps it; a rep may only write a lead who is theirs.
      rep_ids: [tenant.id('closers'), tenant.id('setters')],
    }),
  },
  lead_merges: {
    readers: 'admins',
    columns: (tenant) => ({
      survivor_id: tenant.id('leads'),
      merged_id: tenant.id('leads', 2),
      record: { before: {}, after: {}, eventIds: [], paymentIds: [], emails: [], phones: [], sharedPhones: [], refIds: [], stayedIds: [] },
      merged_by: 'user:x',
      merged_by_name: 'Ada',
    }),
  },
  leads_kept_apart: {
    readers: 'admins',
    columns: (tenant, nth) => ({ ...twoOf(tenant, 'leads', nth), said_by: 'user:x', said_by_name: 'Ada' }),
    appWrites: everything,
  },
  lead_refs: {
    readers: 'admins',
    columns: (tenant, nth) => ({ connection_id: tenant.id('connections'), lead_id: tenant.id('leads'), ref: `contact ${nth}` }),
  },
  lead_emails: {
    readers: 'admins',
    columns: (tenant, nth) => ({ lead_id: tenant.id('leads'), email: `dana${nth}@lead.example`, learned_from: 'booking' }),
    appWrites: everything,
  },
  lead_phones: {
    readers: 'admins',
    columns: (tenant, nth) => ({ lead_id: tenant.id('leads'), phone: `+1202555${1000 + nth}`, learned_from: 'booking' }),
    appWrites: everything,
  },
  events: {
    readers: 'reps',
    columns: (tenant, nth) => ({
      connection_id: tenant.id('connections'),
      booking_ref: `booking ${nth}`,
      lead_id: tenant.id('leads'),
      lead_name: 'Dana',
      call_type_id: tenant.id('call_types'),
      closer_id: tenant.id('closers'),
      setter_id: tenant.id('setters'),
      source_id: tenant.id('sources'),
      traffic_type_id: tenant.id('traffic_types'),
      rescheduled_from_id: nth === 1 ? null : tenant.id('events'),
      duplicate_of_id: nth === 1 ? null : tenant.id('events'),
      scheduled_at: at,
      booked_at: at,
      status: 'scheduled',
      answers: [],
    }),
  },
  events_kept_apart: {
    readers: 'admins',
    columns: (tenant, nth) => ({ ...twoOf(tenant, 'events', nth), said_by: 'user:x', said_by_name: 'Ada' }),
    appWrites: everything,
  },
  booking_sightings: {
    readers: 'admins',
    appendOnly: true,
    columns: (tenant, nth) => ({
      connection_id: tenant.id('connections'),
      series_ref: `acuity:${nth}`,
      scheduled_at: at,
      seen_at: at,
      hosts: '[]',
    }),
    appWrites: addition,
  },
  event_history: {
    readers: 'reps',
    appendOnly: true,
    columns: (tenant) => ({ event_id: tenant.id('events'), at, change: 'booked', detail: {} }),
  },
  post_call_forms: {
    readers: 'reps',
    columns: (tenant, nth) => ({
      event_id: onEvent(tenant, nth),
      call_occurred: true,
      lead_showed: true,
      offer_made: true,
      deal_closed: true,
      version: 1,
      submitted_at: at,
      submitted_by: 'user:x',
      submitted_by_name: 'Cleo',
    }),
  },
  post_call_form_versions: {
    readers: 'reps',
    appendOnly: true,
    columns: (tenant, nth) => ({
      form_id: tenant.id('post_call_forms'),
      version: nth,
      answers: {},
      submitted_at: at,
      submitted_by: 'user:x',
      submitted_by_name: 'Cleo',
    }),
  },
  exchange_rates: {
    readers: 'members',
    columns: (_tenant, nth) => ({
      day: `2026-10-0${nth}`,
      base: 'EUR',
      quote: 'USD',
      rate: 1.1,
      origin: 'manual',
      set_by: 'user:x',
      set_by_name: 'Ada',
    }),
    appWrites: everything,
  },
  payment_deletions: {
    readers: 'admins',
    columns: () => ({ reason: 'Entered twice.', deleted_by: 'user:x', deleted_by_name: 'Ada' }),
  },
  payments: {
    readers: 'reps',
    columns: (tenant, nth) => ({
      ...credit(tenant),
      // The first is the processor's; the next is a report that turned out to be the first.
      ...(nth === 1
        ? { origin: 'processor', purchase_ref: 'pi_1' }
        : { origin: 'form', form_id: tenant.id('post_call_forms'), matched_payment_id: tenant.id('payments') }),
      deletion_id: nth === 1 ? null : tenant.id('payment_deletions'),
      connection_id: tenant.id('connections'),
      amount_minor: 100_000,
      refunded_minor: 0,
      currency: 'EUR',
      paid_at: at,
      status: 'succeeded',
      metadata: {},
      attribution_method: 'matched_past',
    }),
  },
  payment_shares: {
    readers: 'reps',
    columns: (tenant, nth) => ({
      payment_id: tenant.id('payments', nth === 1 ? 1 : 2),
      ...(nth < 3 ? { role: 'closer', closer_id: tenant.id('closers') } : { role: 'setter', setter_id: tenant.id('setters') }),
      percent: 100,
      percents: [100],
      position: 0,
    }),
    // Shares are replaced, never changed.
    appWrites: { insert: 'all', update: [], delete: true },
  },
  payment_disputes: {
    readers: 'admins',
    appendOnly: true,
    columns: (tenant, nth) => ({
      connection_id: tenant.id('connections'),
      purchase_ref: 'pi_1',
      dispute_ref: `dp_${nth}`,
      state: 'open',
      amount_minor: 100,
      currency: 'EUR',
      opened_at: at,
      reported_at: at,
    }),
    appWrites: addition,
  },
  subscriptions: {
    readers: 'admins',
    columns: (tenant, nth) => ({
      connection_id: tenant.id('connections'),
      subscription_ref: `sub_${nth}`,
      state: 'active',
      reported_at: at,
    }),
  },
  report_decisions: {
    readers: 'admins',
    appendOnly: true,
    columns: (tenant) => ({
      payment_id: tenant.id('payments'),
      kind: 'matched',
      matched_payment_id: tenant.id('payments'),
      decided_by: 'user:x',
      decided_by_name: 'Ada',
    }),
    appWrites: addition,
  },
  payment_invoices: {
    readers: 'admins',
    columns: (tenant, nth) => ({ connection_id: tenant.id('connections'), invoice_ref: `in_${nth}`, metadata: {} }),
  },
  payment_refunds: {
    readers: 'admins',
    appendOnly: true,
    columns: (tenant, nth) => ({
      connection_id: tenant.id('connections'),
      purchase_ref: 'pi_1',
      report: 'live',
      refund_ref: `re_${nth}`,
      amount_minor: 100,
      currency: 'EUR',
      made_at: at,
      reported_at: at,
    }),
  },
  attribution_decisions: {
    readers: 'reps',
    appendOnly: true,
    columns: (tenant) => ({
      ...credit(tenant),
      payment_id: tenant.id('payments'),
      method: 'matched_past',
      locked: false,
      summary: 'Credited.',
      trail: [],
      decided_by: 'job:attribution',
      decided_by_name: 'Clinch',
      decided_at: at,
    }),
  },
  audit_log: { readers: 'admins', appendOnly: true, columns: null, appWrites: nothing },
  audit_chain: { readers: 'admins', appendOnly: true, withoutId: true, columns: null, appWrites: nothing },
  audit_heads: { readers: 'admins', withoutId: true, columns: null, appWrites: nothing },
  audit_signatures: {
    readers: 'admins',
    appendOnly: true,
    withoutId: true,
    columns: (_tenant, nth) => ({ position: nth, hash: 'hash', key_version: 1, signature: 'signature' }),
    // The job that signs adds them; they are worth nothing without its key.
    appWrites: addition,
  },
}

/** Tables of the platform, of no tenant, that keep their rows as well. */
export const platformAppendOnly = ['operator_acts']

/** The column that says whose row it is. */
export const tenantColumnOf = (table: string): 'id' | 'organization_id' => (table === 'organizations' ? 'id' : 'organization_id')

/** The nth row of a tenant in a table, whole. */
export function rowOf(table: string, tenant: Tenant, nth: number): Record<string, unknown> {
  const seed = tenantTables[table]
  if (!seed?.columns) throw new Error(`The matrix writes no row of ${table}`)
  if (table === 'organizations') return { id: tenant.organizationId, ...seed.columns(tenant, nth) }
  return {
    organization_id: tenant.organizationId,
    ...(seed.withoutId ? {} : { id: tenant.id(table, nth) }),
    ...seed.columns(tenant, nth),
  }
}

/** The statement that inserts a row given as JSON, its only parameter; columns that are not in it take their defaults. */
export function insertOf(table: string, row: Record<string, unknown>): string {
  const columns = Object.keys(row).join(', ')
  return `insert into ${table} (${columns}) select ${columns} from jsonb_populate_record(null::${table}, $1::text::jsonb)`
}
