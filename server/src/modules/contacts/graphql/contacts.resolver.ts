import { leadFieldResolvers } from './lead-fields.resolver.ts'
import { leadListResolvers } from './lead-list.resolver.ts'
import { leadMergeResolvers } from './lead-merges.resolver.ts'
import { timelineResolvers } from './timeline.resolver.ts'

export const contactResolvers = [...leadListResolvers, ...leadFieldResolvers, ...leadMergeResolvers, ...timelineResolvers]
