import { Conditions } from '../../../database/conditions.ts'
import type { Tx } from '../../../database/tx.ts'
import type { Period } from '../../../lib/period.ts'
import { measurePeople } from '../../metrics/service/index.ts'
import { sightOf } from '../../organizations/service/index.ts'
import { type GoalMetric, reachedOf } from './goal-metrics.ts'
import type { GoalSpan } from './goal-period.ts'

export interface GoalRow {
  id: string
  closerId: string | null
  setterId: string | null
  metric: GoalMetric
  span: GoalSpan
  /** YYYY-MM-DD, the last day included. */
  startsOn: string
  endsOn: string
  /** Of calls how many; of a rate hundredths of a percent; of money minor units of the currency. */
  target: bigint
  currency: string | null
  setBy: string
  setAt: string
}

export interface GoalFilter {
  closerIds?: readonly string[] | undefined
  setterIds?: readonly string[] | undefined
  metrics?: readonly GoalMetric[] | undefined
  /** Those whose days lie in it, wholly or in part. */
  period?: Period | undefined
}

/** More than a team sets in some years; a period narrows them. */
const most = 500

const columns = `g.id, g.closer_id as "closerId", g.setter_id as "setterId", g.metric, g.span, g.starts_on as "startsOn", g.ends_on as "endsOn",
  g.target, g.currency, g.set_by as "setBy", g.set_at as "setAt"`

/** Goals that the caller may see, the latest to end first. Who is shown no money is told of no goal in money. */
export async function listGoals(tx: Tx, filter: GoalFilter): Promise<GoalRow[]> {
  const { money } = await sightOf(tx)
  const conditions = new Conditions([tx.organizationId])
    .always('g.organization_id = $1')
    .anyId('g.closer_id', filter.closerIds, 'filter.closerIds')
    .anyId('g.setter_id', filter.setterIds, 'filter.setterIds')
    .anyText('g.metric', filter.metrics)
  if (money === 'none') conditions.always('g.currency is null')
  if (filter.period) {
    conditions.add(filter.period.to, (p) => `g.starts_on <= ${p}::text::date`)
    conditions.add(filter.period.from, (p) => `g.ends_on >= ${p}::text::date`)
  }
  return tx.query<GoalRow>(
    `select ${columns} from goals g where ${conditions.where} order by g.ends_on desc, g.starts_on desc, g.metric, g.id limit ${most}`,
    conditions.parameters,
  )
}

export async function loadGoals(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, GoalRow>> {
  const rows = await tx.query<GoalRow>(`select ${columns} from goals g where g.organization_id = $1 and g.id = any($2::uuid[])`, [
    tx.organizationId,
    ids,
  ])
  return new Map(rows.map((row) => [row.id, row]))
}

/** What goals are measured by together: people who do the same, in the same days. */
export const measuredTogether = ({ closerId, startsOn, endsOn }: GoalRow): string =>
  `${closerId === null ? 'setter' : 'closer'} ${startsOn} ${endsOn}`

/** What was reached of each of the given goals, in the unit of its target; none where there is nothing to tell. People are measured together. */
export async function measureGoals(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, number | bigint | null>> {
  const goals = [...(await loadGoals(tx, ids)).values()]
  const together = new Map<string, GoalRow[]>()
  for (const goal of goals) {
    const key = measuredTogether(goal)
    together.set(key, [...(together.get(key) ?? []), goal])
  }
  const reached = await Promise.all(
    [...together.values()].map(async (group) => {
      const role = group[0]?.closerId === null ? 'setter' : 'closer'
      const personOf = (goal: GoalRow) => goal.closerId ?? goal.setterId ?? ''
      const period = { from: group[0]?.startsOn ?? '', to: group[0]?.endsOn ?? '' }
      const measured = await measurePeople(tx, { period, role, ids: [...new Set(group.map(personOf))] })
      return group.map((goal) => {
        const values = measured.get(personOf(goal))
        return [goal.id, values ? reachedOf(values, goal.metric, goal.currency) : null] as const
      })
    }),
  )
  return new Map(reached.flat())
}
