import { isMember } from '../../../graphql-kit/rules.ts'

export const leadRules = { Query: { leads: isMember('leads:read'), lead: isMember('leads:read') } }
