import { isAnybody } from '../../../graphql-kit/rules.ts'

export const viewerRules = { Query: { viewer: isAnybody } }
