import { isAdmin } from '../../../graphql-kit/rules.ts'

export const attributionRules = {
  Query: {
    previewAttribution: isAdmin('payments:write'),
    attributionRun: isAdmin('payments:write'),
    latestAttributionRun: isAdmin('payments:write'),
  },
  Mutation: {
    attributePayment: isAdmin('payments:write'),
    unlockAttribution: isAdmin('payments:write'),
    undoAttribution: isAdmin('payments:write'),
    rerunAttribution: isAdmin('payments:write'),
    startAttributionPreview: isAdmin('payments:write'),
    startAttributionRerun: isAdmin('payments:write'),
    cancelAttributionRun: isAdmin('payments:write'),
    resumeAttributionRun: isAdmin('payments:write'),
  },
}
