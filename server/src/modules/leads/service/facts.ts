import { defineFact } from '../../../kernel/define-fact.ts'

/** Leads became known, or by what they are known changed: payments by their addresses may be theirs, or no longer. */
export const leadsChanged = defineFact<{ leadIds: readonly string[] }>()
