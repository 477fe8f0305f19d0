import { isAdmin, isMember } from '../../../graphql-kit/rules.ts'

export const packageRules = {
  Query: { packages: isMember('packages:read') },
  Mutation: {
    createPackage: isAdmin('packages:write'),
    updatePackage: isAdmin('packages:write'),
    reorderPackages: isAdmin('packages:write'),
    retirePackage: isAdmin('packages:write'),
    restorePackage: isAdmin('packages:write'),
  },
  // What is sold belongs to whatever names it, for every key; how often it was sold is told by forms and payments.
  Package: { formCount: isMember('forms:read'), paymentCount: isMember('payments:read') },
}
