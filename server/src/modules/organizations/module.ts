import type { DomainModule } from '../../kernel/module.ts'
import { ApiKeyResolver } from './graphql/api-keys.resolver.ts'
import { InvitationResolver } from './graphql/invitations.resolver.ts'
import { MemberResolver, OrganizationMembersResolver } from './graphql/members.resolver.ts'
import { OrganizationResolver } from './graphql/organizations.resolver.ts'
import { organizationRules } from './graphql/organizations.rules.ts'
import { PlanResolver } from './graphql/plans.resolver.ts'

export const organizationsModule: DomainModule = {
  name: 'organizations',
  resolvers: [OrganizationResolver, PlanResolver, OrganizationMembersResolver, MemberResolver, InvitationResolver, ApiKeyResolver],
  rules: organizationRules,
}
