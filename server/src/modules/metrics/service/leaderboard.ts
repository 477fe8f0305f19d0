import type { Database, Tx } from '../../../database/tx.ts'
import { type Actor, type Origin, repIdsOf, seesWholeOrganization, sessionOf } from '../../../kernel/actor.ts'
import { forbidden } from '../../../kernel/errors.ts'
import type { Period } from '../../../lib/period.ts'
import { type PortalSettings, portalSettingsOf } from '../../organizations/service/index.ts'
import { type MetricFigures, withoutMoney } from './metric-values.ts'
import { type RankedMetric, type RankedPerson, rankPeople } from './rank-people.ts'
import { reportMetrics } from './report-metrics.ts'

export interface LeaderboardQuestion {
  period: Period
  role: 'closer' | 'setter'
  metric: RankedMetric
}

/** A place on a leaderboard, with as much of whose it is as the caller is shown. */
export interface LeaderboardPlace {
  rank: number
  id: string | null
  name: string | null
  isSelf: boolean
  values: MetricFigures | null
}

export interface LeaderboardRequest {
  actor: Actor
  origin: Origin
  database: Database
  /** The caller's own reading transaction. */
  tx: Tx
  question: LeaderboardQuestion
}

/**
 * People by a figure, the best first. A sales rep sees those who do what they do, as far as the portal settings allow. Their own
 * transaction sees their own rows alone, so theirs is counted in one that sees all rows, and nothing else is read in it; what they
 * may not see is taken out here. FORBIDDEN where the settings hide the leaderboard, or the money that it is to be ranked by.
 */
export async function leaderboard({ actor, origin, database, tx, question }: LeaderboardRequest): Promise<LeaderboardPlace[]> {
  const self = repIdsOf(actor)
  if (seesWholeOrganization(actor)) {
    return (await rank(tx, question)).map((person) => ({ ...person, isSelf: self.includes(person.id) }))
  }
  const settings = await portalSettingsOf(tx)
  refuse(actor, settings, question)
  const whole = { ...sessionOf(actor, origin), scope: 'organization', repIds: [] } as const
  const people = await database.transaction(whole, (all) => rank(all, question), { readOnly: true })
  return people.map((person) => asShown(person, self.includes(person.id), settings))
}

async function rank(tx: Tx, { period, role, metric }: LeaderboardQuestion): Promise<RankedPerson[]> {
  const { groups } = await reportMetrics(tx, { period, groupBy: [role], filter: {}, compare: false })
  return rankPeople(groups, metric)
}

function refuse(actor: Actor, { leaderboard: shown, money }: PortalSettings, { role, metric }: LeaderboardQuestion): void {
  const own = actor.kind === 'user' || actor.kind === 'portal' ? (role === 'closer' ? actor.closerId : actor.setterId) : null
  if (shown === 'hidden') throw forbidden('Your team does not show its leaderboard.', 'admin')
  if (own === null) throw forbidden(`Only a ${role} sees where the ${role}s are.`, 'admin')
  if (money === 'none' && (metric === 'cashCollected' || metric === 'netCash')) {
    throw forbidden('Your team does not show money here.', 'admin')
  }
}

/** What of a place the settings let a rep see. */
function asShown(
  { rank: place, id, name, values }: RankedPerson,
  isSelf: boolean,
  { leaderboard: shown, othersFigures, money }: PortalSettings,
): LeaderboardPlace {
  const named = isSelf || shown === 'names'
  const figures = money === 'none' ? withoutMoney(values) : values
  return { rank: place, id: named ? id : null, name: named ? name : null, isSelf, values: isSelf || othersFigures ? figures : null }
}
