import { addition, at, everything, later, nothing, type TableSeed } from './table-seed.ts'

/** Tables of an organization, its people and its roster, each after those that it refers to. */
export const organizationTables: Readonly<Record<string, TableSeed>> = {
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
  portal_settings: {
    readers: 'members',
    single: true,
    columns: () => ({ leaderboard: 'names', others_figures: false, lead_contacts: true, money: 'payments' }),
  },
  reminder_settings: { readers: 'admins', single: true, columns: () => ({ daily: true, hour: 9 }) },
  reminder_days: { readers: 'admins', appendOnly: true, columns: (_tenant, nth) => ({ day: `2026-10-${10 + nth}` }), appWrites: addition },
  form_reminders: {
    readers: 'admins',
    appendOnly: true,
    columns: (tenant) => ({ closer_id: tenant.id('closers'), kind: 'by_hand', day: '2026-10-10', forms: 1, channel: 'email' }),
    appWrites: addition,
  },
  goals: {
    readers: 'reps',
    columns: (tenant, nth) => ({
      ...(nth === 2 ? { setter_id: tenant.id('setters') } : { closer_id: tenant.id('closers') }),
      metric: 'shows',
      span: 'month',
      // Each in a month of its own: one goal a person, figure and period.
      starts_on: `20${25 + nth}-10-01`,
      ends_on: `20${25 + nth}-10-31`,
      target: 20,
      set_by: 'Ada',
    }),
    appWrites: everything,
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
}
