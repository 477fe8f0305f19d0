import { isAdmin, isAnybody, isInOrganization, isOwner, isSignedIn } from '../../../graphql-kit/rules.ts'

export const organizationRules = {
  Query: {
    organization: isInOrganization,
    portalSettings: isInOrganization,
    plans: isAnybody,
    apiKeys: isAdmin(null),
    invitations: isAdmin(null),
  },
  Mutation: {
    createOrganization: isSignedIn,
    updateOrganization: isAdmin(null),
    updatePortalSettings: isAdmin(null),
    requestOrganizationDeletion: isOwner,
    keepOrganization: isSignedIn,
    changeMemberRole: isAdmin(null),
    removeMember: isAdmin(null),
    leaveOrganization: isInOrganization,
    transferOwnership: isOwner,
    createApiKey: isAdmin(null),
    revokeApiKey: isAdmin(null),
    inviteMember: isAdmin(null),
    resendInvitation: isAdmin(null),
    revokeInvitation: isAdmin(null),
    acceptInvitation: isSignedIn,
  },
  Organization: { members: isAdmin(null), usage: isAdmin(null) },
}
