import { isAdmin, isInOrganization, isMember } from '../../../graphql-kit/rules.ts'

export const rosterRules = {
  Query: {
    closers: isAdmin('roster:read'),
    setters: isAdmin('roster:read'),
    sources: isMember('roster:read'),
    trafficTypes: isMember('roster:read'),
    callTypes: isMember('roster:read'),
    portalLinks: isAdmin(null),
    portalVisit: isInOrganization,
  },
  Mutation: {
    createCloser: isAdmin('roster:write'),
    updateCloser: isAdmin('roster:write'),
    createSetter: isAdmin('roster:write'),
    updateSetter: isAdmin('roster:write'),
    createSource: isAdmin('roster:write'),
    updateSource: isAdmin('roster:write'),
    createTrafficType: isAdmin('roster:write'),
    createPortalLink: isAdmin(null),
    revokePortalLink: isAdmin(null),
    replacePortalLink: isAdmin(null),
  },
}
