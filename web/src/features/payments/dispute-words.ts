import type { DisputeState } from '../../apollo/generated/graphql.ts'

/** How a dispute stands, in a few words. */
export const disputeWords: Readonly<Record<DisputeState, string>> = {
  INQUIRY: 'Inquiry, nothing is held',
  OPEN: 'Dispute, the amount is held',
  WON: 'Dispute won, the money stays',
  LOST: 'Dispute lost',
  CLOSED: 'Dispute closed, nothing was taken',
}

/** Whether it can still be answered. */
export const isUnderWay = (state: DisputeState): boolean => state === 'OPEN' || state === 'INQUIRY'
