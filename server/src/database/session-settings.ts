/** What the database is told of the caller for one transaction; row-level security and the audit trigger read it. */
export interface SessionSettings {
  /** The tenant; null outside of any. */
  organizationId: string | null
  userId: string | null
  /** Every row of the organization, only rows of `repIds`, or none. */
  scope: 'organization' | 'own' | 'none'
  repIds: readonly string[]
  /** Who acts, as the audit log keeps it: `user:<id>`, `api_key:<id>`, `webhook:<connection id>`, `job:<name>`, `portal:<link id>`, `operator:<user id>`. */
  actor: string
  requestId: string
  /** The caller's network address, for the audit log; none for what no caller asked for. */
  address?: string
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
/** As node and the proxies write it: IPv4, IPv6 with a zone, or a word for one that is unknown. */
const network = /^[A-Za-z0-9:.%_-]{0,100}$/
const label = /^[A-Za-z0-9_:.@-]{0,200}$/

/**
 * The statements that set them, all of them every time, so that nothing of an earlier transaction can remain. The values are checked
 * and written into the text, since only `SET LOCAL` reaches the workers of a distributed database.
 */
export function setSettings(settings: SessionSettings): string {
  const id = (value: string | null) => (value === null ? '' : checked(value, uuid))
  return [
    ['organization_id', id(settings.organizationId)],
    ['user_id', id(settings.userId)],
    ['scope', settings.scope],
    ['rep_ids', settings.repIds.length === 0 ? '' : `{${settings.repIds.map((rep) => checked(rep, uuid)).join(',')}}`],
    ['actor', checked(settings.actor, label)],
    ['request_id', checked(settings.requestId, label)],
    ['address', checked(settings.address ?? '', network)],
  ]
    .map(([name = '', value = '']) => `set local app.${name} = '${value}'`)
    .join('; ')
}

function checked(value: string, form: RegExp): string {
  if (!form.test(value)) throw new TypeError('A session setting has a form that is not allowed')
  return value
}
