import { isAdmin } from '../../../graphql-kit/rules.ts'

export const auditRules = { Query: { auditLog: isAdmin(null), auditIntegrity: isAdmin(null) } }
