import { isAdmin, isMember } from '../../../graphql-kit/rules.ts'

export const eventRules = {
  Query: { events: isMember('events:read'), event: isMember('events:read'), unresolvedSetterNames: isAdmin('roster:read') },
  Mutation: { resolveSetterName: isAdmin('roster:write') },
}
