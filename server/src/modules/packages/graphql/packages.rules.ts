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
}
