import type { AuditChange, AuditRow } from './audit-row.ts'
import { fieldWord, nounOf } from './table-words.ts'

/** How an instant is written; a page gives its own zone and locale. */
export type TellInstant = (instant: string) => string

type Told = Pick<AuditRow, 'table' | 'operation' | 'subject' | 'changes'>

const instant = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?([+-]\d\d(:?\d\d)?|Z)$/
const longestInSentence = 48

/** Columns whose values are words of a closed set: read without their underscores. */
const worded = new Set([
  'role',
  'state',
  'status',
  'outcome',
  'plan',
  'origin',
  'operation',
  'attribution_method',
  'payment_type',
  'deal_type',
  'resolution',
  'field',
])

/** A value as people read it; null for none. */
export function tellValue(field: string, value: string | null, tell: TellInstant): string | null {
  if (value === null) return null
  if (value === 'true') return 'yes'
  if (value === 'false') return 'no'
  if (instant.test(value)) return tell(value)
  return worded.has(field) ? value.replaceAll('_', ' ') : value
}

const comesOrGoes = (told: Told): string | null => {
  const change = told.changes.find(({ field }) => field === 'deactivated_at')
  if (!change) return null
  return change.after === null ? `brought ${called(told)} back` : `let ${called(told)} go`
}

const afterOf = ({ changes }: Told, field: string): string | null | undefined =>
  changes.find((change) => change.field === field)?.after
const isSet = (told: Told, field: string): boolean => typeof afterOf(told, field) === 'string'

/** What stands between a noun and a name that is somebody else's. */
const links: Readonly<Record<string, string>> = {
  events: ' with',
  payments: ' of',
  payment_refunds: ' of',
  post_call_forms: ' of',
  portal_links: ' of',
  portal_sessions: ' of',
}

const called = ({ table, subject }: Told): string =>
  `the ${nounOf(table)}${subject === null ? '' : `${links[table] ?? ''} ${subject}`}`
const of = ({ subject }: Told): string => (subject === null ? '' : ` of ${subject}`)
const forWhom = ({ subject }: Told): string => (subject === null ? '' : ` for ${subject}`)

/** Acts that have a word of their own; null where the general one says it. */
const ownWords: Readonly<Record<string, (told: Told) => string | null>> = {
  'invitations INSERT': (told) => `invited ${told.subject ?? 'somebody'} as ${tellRole(told)}`,
  'invitations UPDATE': (told) =>
    isSet(told, 'accepted_at')
      ? `accepted the invitation${of(told)}`
      : isSet(told, 'revoked_at')
        ? `revoked the invitation${of(told)}`
        : isSet(told, 'token_hash')
          ? `sent the invitation${of(told)} again`
          : null,
  'organization_members INSERT': (told) => `${told.subject ?? 'Somebody'} joined as ${tellRole(told)}`,
  'api_keys UPDATE': (told) => (isSet(told, 'revoked_at') ? `revoked ${called(told)}` : null),
  'portal_links INSERT': (told) => `made a portal link${forWhom(told)}`,
  'portal_links UPDATE': (told) =>
    isSet(told, 'revoked_at')
      ? `revoked the portal link${of(told)}`
      : isSet(told, 'first_used_at')
        ? `used the portal link${of(told)} for the first time`
        : null,
  'portal_sessions INSERT': (told) => `opened the portal${of(told)}`,
  'portal_sessions UPDATE': (told) => (isSet(told, 'ended_at') ? `ended a portal session${of(told)}` : null),
  'operator_sessions INSERT': (told) =>
    `began to act for the organization: ${afterOf(told, 'reason') ?? 'no reason given'}`,
  'operator_sessions UPDATE': (told) => (isSet(told, 'ended_at') ? 'stopped acting for the organization' : null),
  'connection_secrets INSERT': (told) => `stored the ${tellSecret(told)}${of(told)}`,
  'connection_secrets UPDATE': (told) =>
    isSet(told, 'sealed')
      ? `sealed a secret${of(told)}`
      : isSet(told, 'valid_until')
        ? `let a secret${of(told)} run out`
        : null,
  'closers UPDATE': comesOrGoes,
  'setters UPDATE': comesOrGoes,
  'post_call_forms INSERT': (told) => `filed the form${of(told)}`,
  'post_call_forms UPDATE': (told) => `amended the form${of(told)}`,
  'payments UPDATE': (told) =>
    isSet(told, 'matched_payment_id')
      ? `found that ${called(told)} is the processor’s own`
      : afterOf(told, 'attribution_method') !== undefined
        ? tellCredit(told)
        : null,
  'imports INSERT': (told) => `imported ${told.subject ?? 'a file'}`,
  'audit_signatures INSERT': () => 'began to sign this log with a new key',
}

const tellCredit = (told: Told): string => {
  const to = [afterOf(told, 'closer_id'), afterOf(told, 'setter_id')].filter((name) => typeof name === 'string')
  if (afterOf(told, 'attribution_method') === 'none') return `took the credit of ${called(told)} away`
  return to.length === 0 ? `credited ${called(told)}` : `credited ${called(told)} to ${to.join(' and ')}`
}
const tellRole = (told: Told): string => (afterOf(told, 'role') ?? 'member').replaceAll('_', ' ')
const tellSecret = (told: Told): string => (afterOf(told, 'field') ?? 'secret').replaceAll('_', ' ')

/** What was done, in one line that goes on from the name of who did it. */
export function tellEntry(told: Told, tell: TellInstant): string {
  const own = ownWords[`${told.table} ${told.operation}`]?.(told)
  if (own) return own
  switch (told.operation) {
    case 'INSERT':
      return `added ${called(told)}`
    case 'DELETE':
      return `removed ${called(told)}`
    case 'UPDATE':
      return tellUpdate(told, tell)
  }
}

function tellUpdate(told: Told, tell: TellInstant): string {
  const [only, second] = told.changes
  if (!only) return `changed ${called(told)}`
  if (!second) return tellOneChange(told, only, tell)
  const named = told.changes.slice(0, 2).map(({ field }) => fieldWord(field))
  const more = told.changes.length - named.length
  const fields = more === 0 ? named.join(' and ') : `${named.join(', ')} and ${more} more`
  return `changed ${fields} of ${called(told)}`
}

function tellOneChange(told: Told, { field, before, after }: AuditChange, tell: TellInstant): string {
  const whose = told.table === 'organization_members' && told.subject !== null ? told.subject : called(told)
  const what = `the ${fieldWord(field)} of ${whose}`
  const [from, to] = [tellValue(field, before, tell), tellValue(field, after, tell)]
  if ((from ?? '').length + (to ?? '').length > longestInSentence || (from !== null && from === to))
    return `changed ${what}`
  if (from === null) return `set ${what} to ${to ?? 'nothing'}`
  return to === null ? `took away ${what}, which was ${from}` : `changed ${what} from ${from} to ${to}`
}

/** Kinds of actors, in the order in which they are offered to filter by. */
export const actorKinds: ReadonlyMap<string, string> = new Map([
  ['user', 'Members'],
  ['api_key', 'API keys'],
  ['portal', 'Portal links'],
  ['webhook', 'Webhooks'],
  ['job', 'Clinch'],
  ['operator', 'Clinch support'],
  ['database', 'The database itself'],
])
