import type { DomainModule } from '../../kernel/module.ts'
import { activityResolvers } from './graphql/activity.resolver.ts'
import { activityRules } from './graphql/activity.rules.ts'

export const activityModule: DomainModule = { name: 'activity', resolvers: activityResolvers, rules: activityRules }

export { createActivityFeed } from './service/activity-feed.ts'
