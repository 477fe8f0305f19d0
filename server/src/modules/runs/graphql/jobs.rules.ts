import { isAdmin } from '../../../graphql-kit/rules.ts'

export const jobRules = {
  Query: { job: isAdmin('connections:read') },
  Subscription: { jobProgress: isAdmin('connections:read') },
  Mutation: {
    startSync: isAdmin('connections:write'),
    resumeSync: isAdmin('connections:write'),
    cancelSync: isAdmin('connections:write'),
  },
}
