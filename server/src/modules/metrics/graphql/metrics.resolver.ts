import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { toMoney } from '../../../graphql-kit/money.type.ts'
import { checkPeriod, PeriodInput } from '../../../graphql-kit/period.type.ts'
import { badInput } from '../../../kernel/errors.ts'
import type { Money } from '../../../lib/money.ts'
import { explainUtilization, type UtilizationToExplain } from '../service/explain-utilization.ts'
import { metricDefinitions } from '../service/definitions.ts'
import type { Dimension } from '../service/dimensions.ts'
import type { MetricFigures } from '../service/metric-values.ts'
import { leaderboard } from '../service/leaderboard.ts'
import type { RankedMetric } from '../service/rank-people.ts'
import { reportMetrics } from '../service/report-metrics.ts'
import {
  LeaderboardEntry,
  LeaderboardMetric,
  MetricAvailability,
  MetricDefinition,
  MetricDimension,
  MetricFilter,
  MetricsReport,
  type MetricValues,
  RosterRole,
} from './metrics.type.ts'

@Resolver(() => MetricsReport)
class MetricsResolver {
  @Query(() => MetricsReport, { description: 'Figures of a period, of all that the caller may see, beside those of the period before.' })
  async metrics(
    @Arg('period', () => PeriodInput, { description: 'The days to count.' }) period: PeriodInput,
    @Arg('groupBy', () => [MetricDimension], { nullable: true, description: 'At most three dimensions.' }) groupBy: Dimension[] | undefined,
    @Arg('filter', () => MetricFilter, { nullable: true, description: 'What to count.' }) filter: MetricFilter | undefined,
    @Arg('compare', () => Boolean, { nullable: true, description: 'Whether to compute the period before too; true unless said otherwise.' })
    compare: boolean | undefined,
    @Ctx() context: GraphContext,
  ): Promise<MetricsReport> {
    checkPeriod(period, 'period')
    if (groupBy && (groupBy.length > 3 || new Set(groupBy).size !== groupBy.length)) {
      throw badInput([{ path: 'groupBy', message: 'Group by at most three dimensions, each once.' }])
    }
    const report = await reportMetrics(context.tx, { period, groupBy: groupBy ?? [], filter: filter ?? {}, compare: compare ?? true })
    return {
      ...report,
      totals: toValues(report.totals),
      previous: report.previous && toValues(report.previous),
      groups: report.groups.map(({ keys, values, previous }) => ({
        keys,
        values: toValues(values),
        previous: previous && toValues(previous),
      })),
      missingRates: report.missingRates.map((missing) => ({ ...missing, amount: toMoney(missing.amount) })),
    }
  }

  @FieldResolver(() => MetricAvailability, {
    description: 'Of whom the availability is known that the utilization of the totals is reckoned from.',
  })
  availability(@Root() report: UtilizationToExplain, @Ctx() { tx }: GraphContext): Promise<MetricAvailability> {
    return explainUtilization(tx, report)
  }

  @Query(() => [LeaderboardEntry], {
    description:
      'Closers or setters by a figure of a period, the best first. A sales rep sees those who do what they do, as far as the portal settings allow.',
  })
  async leaderboard(
    @Arg('period', () => PeriodInput, { description: 'The days to count.' }) period: PeriodInput,
    @Arg('role', () => RosterRole, { description: 'Whom to rank.' }) role: 'closer' | 'setter',
    @Arg('metric', () => LeaderboardMetric, { description: 'By what.' }) metric: RankedMetric,
    @Ctx() context: GraphContext,
  ): Promise<LeaderboardEntry[]> {
    checkPeriod(period, 'period')
    const { actor, origin, services, tx } = context
    const places = await leaderboard({ actor, origin, database: services.database, tx, question: { period, role, metric } })
    return places.map((place) => ({ ...place, values: place.values && toValues(place.values) }))
  }

  @Query(() => [MetricDefinition], { description: 'What each figure counts, exactly.' })
  metricDefinitions(): MetricDefinition[] {
    return [...metricDefinitions]
  }
}

const optional = (money: Money | null) => money && toMoney(money)

const toValues = (figures: MetricFigures): MetricValues => ({
  ...figures,
  cashCollected: optional(figures.cashCollected),
  refunded: optional(figures.refunded),
  lost: optional(figures.lost),
  netCash: optional(figures.netCash),
  averageOrderValue: optional(figures.averageOrderValue),
  cashPerBookedCall: optional(figures.cashPerBookedCall),
  cashPerShow: optional(figures.cashPerShow),
})

export const metricResolvers = [MetricsResolver]
