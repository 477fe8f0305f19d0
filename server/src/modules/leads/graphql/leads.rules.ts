import { isAdmin, isMember } from '../../../graphql-kit/rules.ts'

export const leadRules = {
  Query: { lead: isMember('leads:read') },
  Mutation: {
    createLead: isAdmin(null),
    updateLead: isAdmin(null),
    setLeadCustomFields: isAdmin(null),
    addLeadEmail: isAdmin(null),
    removeLeadEmail: isAdmin(null),
    addLeadPhone: isAdmin(null),
    removeLeadPhone: isAdmin(null),
  },
}
