import { isMember } from '../../../graphql-kit/rules.ts'

export const formRules = { Mutation: { submitPostCallForm: isMember('pcfs:write') } }
