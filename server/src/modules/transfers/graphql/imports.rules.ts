import { isAdmin } from '../../../graphql-kit/rules.ts'

export const importRules = { Query: { imports: isAdmin(null) }, Mutation: { importLeads: isAdmin(null) } }
