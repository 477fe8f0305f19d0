import { isAdmin, isMember, isSalesRep } from '../../../graphql-kit/rules.ts'

export const statementRules = {
  Query: { statementLines: isMember('payments:read'), creditDisputes: isMember('payments:read') },
  Mutation: {
    disputeCredit: isSalesRep,
    withdrawCreditDispute: isSalesRep,
    answerCreditDispute: isAdmin('payments:write'),
  },
}
