import type { DomainModule } from '../../kernel/module.ts'
import { organizationResolvers } from './graphql/organizations.resolver.ts'
import { organizationRules } from './graphql/organizations.rules.ts'

export const organizationsModule: DomainModule = { name: 'organizations', resolvers: organizationResolvers, rules: organizationRules }
