import { defineFact } from '../../../kernel/define-fact.ts'

/** A run was asked for, came further, waits, or ended: whoever watches it may look at it again. */
export const runChanged = defineFact<{ runId: string }>()
