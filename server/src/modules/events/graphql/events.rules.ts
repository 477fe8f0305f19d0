import { isAdmin, isMember } from '../../../graphql-kit/rules.ts'

export const eventRules = {
  Query: {
    events: isMember('events:read'),
    event: isMember('events:read'),
    unresolvedSetterNames: isAdmin('roster:read'),
    unresolvedNames: isAdmin('roster:read'),
    likelyDuplicateEvents: isAdmin('events:read'),
    mappingPreview: isAdmin('connections:read'),
  },
  Mutation: {
    resolveSetterName: isAdmin('roster:write'),
    resolveName: isAdmin('roster:write'),
    assignEvents: isAdmin(null),
    setEventCustomFields: isAdmin(null),
    releaseAssignment: isAdmin(null),
    mergeDuplicate: isAdmin(null),
    unmergeDuplicate: isAdmin(null),
    keepEventsApart: isAdmin(null),
    undoKeepEventsApart: isAdmin(null),
    reapplyMapping: isAdmin('connections:write'),
  },
}
