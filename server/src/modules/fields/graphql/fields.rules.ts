import { isAdmin, isInOrganization } from '../../../graphql-kit/rules.ts'

export const fieldRules = {
  // A key needs the scope of what the fields are of; the resolver asks for it.
  Query: { customFields: isInOrganization },
  Mutation: {
    createCustomField: isAdmin(null),
    updateCustomField: isAdmin(null),
    retireCustomField: isAdmin(null),
    restoreCustomField: isAdmin(null),
    reorderCustomFields: isAdmin(null),
  },
}
