import { addition, at, everything, formNumber, onEvent, type TableSeed, twoOf } from './table-seed.ts'

/** Tables of what comes in, leads and calls, each after those that it refers to. */
export const callTables: Readonly<Record<string, TableSeed>> = {
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
  connection_webhooks: {
    readers: 'admins',
    withoutId: true,
    columns: (tenant, nth) => ({
      connection_id: tenant.id('connections', nth === 1 ? 1 : 2),
      secret_id: tenant.id('connection_secrets'),
      subscription_ref: 'https://api.calendly.com/webhook_subscriptions/one',
      subscription_url: 'https://clinch.example/webhooks/calendly/one',
      scope: 'organization',
      registered_at: at,
    }),
  },
  runs: {
    readers: 'admins',
    columns: (tenant, nth) => ({
      // One that credits what another looked at asks no connection.
      ...(nth === 3
        ? { kind: 'attribution_rerun', preview_id: tenant.id('runs') }
        : { kind: 'payment_sync', connection_id: tenant.id('connections') }),
      period_from: '2026-10-01',
      period_to: '2026-10-31',
      state: 'canceled',
      finished_at: at,
      requested_by: 'Ada',
    }),
  },
  closer_availability: {
    readers: 'reps',
    columns: (tenant, nth) => ({
      connection_id: tenant.id('connections', nth === 1 ? 1 : 2),
      closer_id: tenant.id('closers'),
      // To come: what was known of a day that is over stays.
      day: `2099-10-0${nth}`,
      open_minutes: 480,
      slot_minutes: 30,
      open_slots: 16,
      asked_at: at,
    }),
    appWrites: everything,
  },
  availability_readings: {
    readers: 'admins',
    withoutId: true,
    columns: (tenant, nth) => ({ connection_id: tenant.id('connections', nth === 1 ? 1 : 2), asked_at: at, problems: [] }),
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
  custom_field_definitions: {
    readers: 'members',
    columns: (_tenant, nth) => ({ subject: 'payment', key: `field_${nth}`, kind: 'select', label: `Field ${nth}`, position: nth }),
  },
  custom_field_options: {
    readers: 'members',
    columns: (tenant, nth) => ({
      field_id: tenant.id('custom_field_definitions'),
      key: `option_${nth}`,
      label: `Option ${nth}`,
      position: nth,
    }),
    appWrites: everything,
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
  form_versions: {
    readers: 'members',
    appendOnly: true,
    columns: (tenant, nth) => ({
      number: formNumber(tenant, nth),
      definition: { questions: [], fields: [] },
      made_by: 'user:x',
      made_by_name: 'Ada',
    }),
    appWrites: addition,
  },
  post_call_forms: {
    readers: 'reps',
    columns: (tenant, nth) => ({
      event_id: onEvent(tenant, nth),
      package_id: tenant.id('packages'),
      call_outcome_id: tenant.id('call_outcomes'),
      opportunity_status_id: tenant.id('opportunity_statuses'),
      form_version: formNumber(tenant),
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
      answers: { callOccurred: true, leadShowed: true, offerMade: true, dealClosed: true },
      submitted_at: at,
      submitted_by: 'user:x',
      submitted_by_name: 'Cleo',
    }),
  },
}
