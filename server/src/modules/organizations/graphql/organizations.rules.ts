import { isAdmin, isInOrganization, isSignedIn } from '../../../graphql-kit/rules.ts'

export const organizationRules = {
  Query: { organization: isInOrganization, apiKeys: isAdmin(null), invitations: isAdmin(null) },
  Mutation: {
    createOrganization: isSignedIn,
    updateOrganization: isAdmin(null),
    createApiKey: isAdmin(null),
    revokeApiKey: isAdmin(null),
    inviteMember: isAdmin(null),
    revokeInvitation: isAdmin(null),
    acceptInvitation: isSignedIn,
  },
  Organization: { members: isAdmin(null) },
}
