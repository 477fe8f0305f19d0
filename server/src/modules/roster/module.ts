import type { DomainModule } from '../../kernel/module.ts'
import { peopleResolvers } from './graphql/people.resolver.ts'
import { portalLinkResolvers } from './graphql/portal-links.resolver.ts'
import { portalVisitResolvers } from './graphql/portal-visit.resolver.ts'
import { rosterRules } from './graphql/roster.rules.ts'
import { sourceResolvers } from './graphql/sources.resolver.ts'
import { releaseMember } from './service/release-member.ts'

export const rosterModule: DomainModule = {
  name: 'roster',
  resolvers: [...peopleResolvers, ...portalLinkResolvers, ...portalVisitResolvers, ...sourceResolvers],
  rules: rosterRules,
  reactions: [releaseMember],
}
