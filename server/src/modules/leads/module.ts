import type { DomainModule } from '../../kernel/module.ts'
import { leadResolvers } from './graphql/leads.resolver.ts'
import { leadRules } from './graphql/leads.rules.ts'

export const leadsModule: DomainModule = { name: 'leads', resolvers: leadResolvers, rules: leadRules }
