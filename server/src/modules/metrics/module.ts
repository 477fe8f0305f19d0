import type { DomainModule } from '../../kernel/module.ts'
import { metricResolvers } from './graphql/metrics.resolver.ts'
import { metricRules } from './graphql/metrics.rules.ts'

export const metricsModule: DomainModule = { name: 'metrics', resolvers: metricResolvers, rules: metricRules }
