import { isAnybody, isMember } from '../../../graphql-kit/rules.ts'

export const metricRules = {
  Query: { metrics: isMember('metrics:read'), leaderboard: isMember('metrics:read'), metricDefinitions: isAnybody },
}
