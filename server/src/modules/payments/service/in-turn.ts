/** What a payment's turn among others goes by. */
export interface Turn {
  id: string
  /** The processor's name of it; null where no processor told of it. */
  purchaseRef: string | null
  paidAt: Date
}

/**
 * The order of payments, as the columns that SQL sorts a table by: of equals in time, the processor's names decide, letter by letter, which
 * do not depend on what came first; those without come last.
 */
export const inTurn = (alias: string): string => `${alias}.paid_at, ${alias}.purchase_ref collate "C", ${alias}.id`

/** The same order of two payments. */
export const compareTurns = (a: Turn, b: Turn): number =>
  a.paidAt.getTime() - b.paidAt.getTime() || compareRefs(a.purchaseRef, b.purchaseRef) || (a.id < b.id ? -1 : 1)

function compareRefs(a: string | null, b: string | null): number {
  if (a === b) return 0
  return a !== null && (b === null || a < b) ? -1 : 1
}
