import { isOperator } from '../../../graphql-kit/rules.ts'

export const platformRules = {
  Query: {
    platformOrganizations: isOperator,
    platformOrganization: isOperator,
    platformUsers: isOperator,
    platformActs: isOperator,
  },
  Mutation: {
    setOrganizationPlan: isOperator,
    extendTrial: isOperator,
    suspendOrganization: isOperator,
    reopenOrganization: isOperator,
    deleteOrganization: isOperator,
    restoreOrganization: isOperator,
    actForOrganization: isOperator,
    stopActing: isOperator,
    createOrganizationFor: isOperator,
    deleteUser: isOperator,
  },
}
