import { isAdmin, isMember } from '../../../graphql-kit/rules.ts'

export const formRules = {
  Query: {
    postCallFormDefinition: isMember('forms:read'),
    postCallFormDefinitions: isMember('forms:read'),
    postCallFormUsage: isAdmin('forms:read'),
    callOutcomes: isMember('forms:read'),
    opportunityStatuses: isMember('forms:read'),
  },
  Mutation: {
    submitPostCallForm: isMember('pcfs:write'),
    saveFormDefinition: isAdmin('forms:write'),
    createCallOutcome: isAdmin('forms:write'),
    updateCallOutcome: isAdmin('forms:write'),
    reorderCallOutcomes: isAdmin('forms:write'),
    retireCallOutcome: isAdmin('forms:write'),
    restoreCallOutcome: isAdmin('forms:write'),
    createOpportunityStatus: isAdmin('forms:write'),
    updateOpportunityStatus: isAdmin('forms:write'),
    reorderOpportunityStatuses: isAdmin('forms:write'),
    retireOpportunityStatus: isAdmin('forms:write'),
    restoreOpportunityStatus: isAdmin('forms:write'),
  },
}
