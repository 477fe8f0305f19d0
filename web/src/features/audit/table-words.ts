/** What the rows of each table are called, in the order in which they are offered to filter by: people and access first. */
export const tableWords: ReadonlyMap<string, string> = new Map([
  ['organization_members', 'member'],
  ['invitations', 'invitation'],
  ['api_keys', 'API key'],
  ['portal_links', 'portal link'],
  ['portal_sessions', 'portal session'],
  ['operator_sessions', 'visit of Clinch support'],
  ['organizations', 'organization'],
  ['connections', 'connection'],
  ['connection_secrets', 'secret'],
  ['closers', 'closer'],
  ['setters', 'setter'],
  ['setter_names', 'setter name'],
  ['sources', 'source'],
  ['source_names', 'source name'],
  ['traffic_types', 'traffic type'],
  ['call_types', 'call type'],
  ['leads', 'lead'],
  ['lead_emails', 'lead email'],
  ['lead_phones', 'lead phone'],
  ['events', 'call'],
  ['post_call_forms', 'form'],
  ['payments', 'payment'],
  ['payment_refunds', 'refund'],
  ['imports', 'import'],
  ['audit_signatures', 'signing key'],
])

/** A table's row in words; a table that is not known here reads as its own name. */
export const nounOf = (table: string): string => tableWords.get(table) ?? table.replaceAll('_', ' ')

/** Fields whose column is not what people call them. */
const fieldNames: Readonly<Record<string, string>> = {
  user_id: 'account',
  closer_id: 'closer',
  setter_id: 'setter',
  source_id: 'source',
  traffic_type_id: 'traffic type',
  call_type_id: 'call type',
  lead_id: 'lead',
  event_id: 'call',
  connection_id: 'connection',
  form_id: 'form',
  link_id: 'portal link',
  matched_payment_id: 'matched payment',
  original_setter_id: 'first setter',
  current_setter_id: 'setter',
  rescheduled_from_id: 'rescheduled from',
  key_hash: 'key',
  token_hash: 'token',
  sealed: 'sealed value',
  plain: 'value in the clear',
  amount_minor: 'amount',
  refunded_minor: 'refunded',
  cash_collected_minor: 'cash collected',
  attribution_method: 'how it was credited',
  attribution_locked: 'credit locked',
  attribution_window_days: 'attribution window',
  report_match_days: 'days to match reports',
  time_zone: 'time zone',
  delete_after: 'deleted after',
  expires_at: 'expiry',
  valid_until: 'end of validity',
  trial_ends_at: 'end of the trial',
}

/** A field in words, in lower case. */
export const fieldWord = (field: string): string =>
  fieldNames[field] ?? field.replace(/_(at|id|minor)$/, '').replaceAll('_', ' ')
