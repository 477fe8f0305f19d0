import { isMemberWithAny } from '../../../graphql-kit/rules.ts'

export const activityRules = { Subscription: { activity: isMemberWithAny('events:read', 'payments:read') } }
