import { isAdmin, isMember } from '../../../graphql-kit/rules.ts'

export const contactRules = {
  Query: {
    leads: isMember('leads:read'),
    likelyDuplicateLeads: isAdmin('leads:read'),
    leadMergePreview: isAdmin(null),
  },
  Mutation: {
    mergeLeads: isAdmin(null),
    undoLeadMerge: isAdmin(null),
    keepLeadsApart: isAdmin(null),
    undoKeepLeadsApart: isAdmin(null),
  },
}
