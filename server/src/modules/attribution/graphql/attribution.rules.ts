import { isAdmin } from '../../../graphql-kit/rules.ts'

export const attributionRules = {
  Query: { previewAttribution: isAdmin('payments:write') },
  Mutation: {
    attributePayment: isAdmin('payments:write'),
    unlockAttribution: isAdmin('payments:write'),
    undoAttribution: isAdmin('payments:write'),
    rerunAttribution: isAdmin('payments:write'),
  },
}
