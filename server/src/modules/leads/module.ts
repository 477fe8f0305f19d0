import type { DomainModule } from '../../kernel/module.ts'
import { rosterNamesChanged } from '../roster/service/index.ts'
import { leadResolvers } from './graphql/leads.resolver.ts'
import { leadRules } from './graphql/leads.rules.ts'
import { resolvePastLeads } from './service/resolve-past-leads.ts'

export const leadsModule: DomainModule = {
  name: 'leads',
  resolvers: leadResolvers,
  rules: leadRules,
  reactions: [rosterNamesChanged.reactWith(resolvePastLeads)],
}
