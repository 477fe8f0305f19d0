import { isMember } from '../../../graphql-kit/rules.ts'

export const paymentRules = {
  Query: { payments: isMember('payments:read'), payment: isMember('payments:read'), paymentTotals: isMember('payments:read') },
}
