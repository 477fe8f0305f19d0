import { isAnybody, isSignedIn } from '../../../graphql-kit/rules.ts'

export const viewerRules = {
  Query: { viewer: isAnybody, whySignedOut: isAnybody, sessions: isSignedIn },
  Mutation: { revokeSession: isSignedIn, revokeOtherSessions: isSignedIn },
}
