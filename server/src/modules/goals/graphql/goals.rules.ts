import { isAdmin, isMember } from '../../../graphql-kit/rules.ts'

export const goalRules = {
  Query: { goals: isMember('metrics:read') },
  Mutation: { setGoal: isAdmin('roster:write'), removeGoal: isAdmin('roster:write') },
}
