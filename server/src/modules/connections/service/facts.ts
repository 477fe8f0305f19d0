import { defineFact } from '../../../kernel/define-fact.ts'

/** A connection was given a key to call its provider with, or was switched on again. */
export const connectionReady = defineFact<{ connectionId: string }>()
