import type { Tx } from '../../../database/tx.ts'
import { normaliseEmail, normaliseName } from '../../../lib/identity.ts'
import type { RosterKind } from '../../roster/service/index.ts'
import { hostsOfEvent } from './hosts-of-event.ts'

/** A name on bookings that matches nobody and nothing on the roster. */
export interface UnresolvedName {
  /** Its kind, and the name with letter case, spacing and punctuation folded away. */
  id: string
  kind: RosterKind
  /** As the latest booking wrote it; of a host, their address where the booking tool gives one. */
  name: string
  /** Of a host who is named by their address, what they are called. */
  detail: string | null
  events: number
  lastBookedAt: string
}

type Spelling = Omit<UnresolvedName, 'id' | 'kind'>

const mostSpellings = 500

const counted = `count(*)::int as events, max(e.booked_at) as "lastBookedAt"`
const list = `order by events desc limit ${mostSpellings}`

const spellings: Readonly<Record<RosterKind, string>> = {
  // Every host of a call that nobody takes.
  closer: `select coalesce(nullif(h ->> 'email', ''), h ->> 'name') as name,
      case when nullif(h ->> 'email', '') is null then null else max(h ->> 'name') end as detail, ${counted}
    from events e cross join lateral jsonb_array_elements(${hostsOfEvent}) h
    where e.organization_id = $1 and e.closer_id is null and not e.closer_assigned and coalesce(h ->> 'email', h ->> 'name') is not null
    group by nullif(h ->> 'email', ''), coalesce(nullif(h ->> 'email', ''), h ->> 'name') ${list}`,
  setter: `select e.setter_name as name, null as detail, ${counted} from events e
    where e.organization_id = $1 and e.setter_id is null and e.setter_key is not null and not e.setter_assigned group by e.setter_name ${list}`,
  source: `select e.source_name as name, null as detail, ${counted} from events e
    where e.organization_id = $1 and e.source_id is null and e.source_name is not null group by e.source_name ${list}`,
  traffic_type: `select e.traffic_type_name as name, null as detail, ${counted} from events e
    where e.organization_id = $1 and e.traffic_type_name is not null group by e.traffic_type_name ${list}`,
}

/** The names that wait for an admin to say whose they are, of one kind, the most used first. */
export async function unresolvedNames(tx: Tx, kind: RosterKind): Promise<UnresolvedName[]> {
  const [spelled, known] = await Promise.all([tx.query<Spelling>(spellings[kind], [tx.organizationId]), knownKeys(tx, kind)])
  const byKey = new Map<string, UnresolvedName>()
  for (const { name, detail, events, lastBookedAt } of spelled) {
    const key = (kind === 'closer' ? normaliseEmail(name) : null) ?? normaliseName(name)
    if (key === '' || known.has(key)) continue
    const other = byKey.get(key)
    const latest = other && other.lastBookedAt > lastBookedAt ? other : { name, detail, lastBookedAt }
    byKey.set(key, { ...latest, id: `${kind}:${key}`, kind, events: events + (other?.events ?? 0) })
  }
  return [...byKey.values()].sort((one, other) => other.events - one.events || one.id.localeCompare(other.id)).slice(0, 200)
}

/** A source brings a traffic type of its own, so that whether a name is known is told by the names alone; a closer who left is known. */
async function knownKeys(tx: Tx, kind: RosterKind): Promise<ReadonlySet<string>> {
  const names: Readonly<Partial<Record<RosterKind, string>>> = {
    traffic_type: `select name_key as key from traffic_types where organization_id = $1
      union select name_key from traffic_type_names where organization_id = $1`,
    closer: `select email as key from closers where organization_id = $1 and email is not null
      union select name_key from closer_names where organization_id = $1`,
  }
  const statement = names[kind]
  if (!statement) return new Set()
  const rows = await tx.query<{ key: string }>(statement, [tx.organizationId])
  return new Set(rows.map(({ key }) => key))
}
