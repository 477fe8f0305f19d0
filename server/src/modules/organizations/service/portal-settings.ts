import type { Tx } from '../../../database/tx.ts'

/** What an organization shows its sales reps, signed in or by portal link. */
export interface PortalSettings {
  /** Of the leaderboard: nothing, who is where, or where they are themselves and no names. */
  leaderboard: 'hidden' | 'ranks' | 'names'
  /** Whether the leaderboard has the figures of others, beside their places. */
  othersFigures: boolean
  /** Whether the e-mail addresses and phone numbers of leads are shown. */
  leadContacts: boolean
  /** Of the money on their calls: nothing, their own sums, or every payment. What a form says stays on the form. */
  money: 'none' | 'figures' | 'payments'
}

/** What holds until an organization says otherwise. */
export const portalDefaults: PortalSettings = { leaderboard: 'names', othersFigures: false, leadContacts: true, money: 'payments' }

/** What whoever sees the whole organization is shown. */
const everything: PortalSettings = { leaderboard: 'names', othersFigures: true, leadContacts: true, money: 'payments' }

const known = new WeakMap<Tx, Promise<PortalSettings>>()

/** What the organization of a transaction shows its reps; read once in each. */
export function portalSettingsOf(tx: Tx): Promise<PortalSettings> {
  const reading = known.get(tx) ?? read(tx)
  known.set(tx, reading)
  return reading
}

async function read(tx: Tx): Promise<PortalSettings> {
  const [row] = await tx.query<PortalSettings>(
    `select leaderboard, others_figures as "othersFigures", lead_contacts as "leadContacts", money from portal_settings where organization_id = $1`,
    [tx.organizationId],
  )
  return row ?? portalDefaults
}

/** What the caller of a transaction is shown: a rep what the settings say, everybody else all of it. */
export const sightOf = (tx: Tx): Promise<PortalSettings> =>
  tx.settings.scope === 'organization' ? Promise.resolve(everything) : portalSettingsOf(tx)

const said = (column: string, byDefault: boolean): string =>
  `coalesce((select ${column} from portal_settings s where s.organization_id = $1), ${String(byDefault)})`

/** SQL of whether the caller is shown how to reach leads; `$1` is the organization. Null where nothing need be asked. */
const contactsShown = (tx: Tx): string | null =>
  tx.settings.scope === 'organization' ? null : said('s.lead_contacts', portalDefaults.leadContacts)

/** SQL of what says how to reach a lead: null for a rep who is not shown that. `$1` is the organization. */
export function contactOf(tx: Tx, column: string): string {
  const shown = contactsShown(tx)
  return shown === null ? column : `case when ${shown} then ${column} end`
}

/** SQL of a search in what says how to reach a lead: whoever is not shown it does not find anybody by it. `$1` is the organization. */
export function byContact(tx: Tx, condition: string): string {
  const shown = contactsShown(tx)
  return shown === null ? condition : `(${shown} and ${condition})`
}

/** SQL of a search by the name of a lead, which is their address where they gave none: then it is found as that is. */
export function byName(tx: Tx, column: string, pattern: string): string {
  const shown = contactsShown(tx)
  const found = `${column} ilike ${pattern}`
  return shown === null ? found : `(${found} and (${shown} or ${column} !~ '[@＠]'))`
}

/** SQL of whether the caller is shown single payments; `$1` is the organization. */
export const paymentsShown = (tx: Tx): string =>
  tx.settings.scope === 'organization' ? 'true' : said(`s.money = 'payments'`, portalDefaults.money === 'payments')
