import { isAdmin, isAnybody, isMember } from '../../../graphql-kit/rules.ts'

export const metricRules = {
  Query: { metrics: isMember('metrics:read'), leaderboard: isAdmin('metrics:read'), metricDefinitions: isAnybody },
}
