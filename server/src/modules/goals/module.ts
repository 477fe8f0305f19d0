import type { DomainModule } from '../../kernel/module.ts'
import { goalResolvers } from './graphql/goals.resolver.ts'
import { goalRules } from './graphql/goals.rules.ts'

export const goalsModule: DomainModule = { name: 'goals', resolvers: goalResolvers, rules: goalRules }
