import { isAdmin } from '../../../graphql-kit/rules.ts'

export const attributionRules = { Mutation: { attributePayment: isAdmin('payments:write'), unlockAttribution: isAdmin('payments:write') } }
