import type { DomainModule } from '../../kernel/module.ts'
import { ApiKeyResolver } from './graphql/api-keys.resolver.ts'
import { invitationResolvers } from './graphql/invitations.resolver.ts'
import { MemberSecondFactorResolver } from './graphql/member-second-factor.resolver.ts'
import { memberResolvers } from './graphql/members.resolver.ts'
import { OrganizationResolver } from './graphql/organizations.resolver.ts'
import { organizationRules } from './graphql/organizations.rules.ts'
import { PlanResolver } from './graphql/plans.resolver.ts'
import { PortalSettingsResolver } from './graphql/portal-settings.resolver.ts'

export const organizationsModule: DomainModule = {
  name: 'organizations',
  resolvers: [
    OrganizationResolver,
    PlanResolver,
    PortalSettingsResolver,
    ...memberResolvers,
    MemberSecondFactorResolver,
    ...invitationResolvers,
    ApiKeyResolver,
  ],
  rules: organizationRules,
}
