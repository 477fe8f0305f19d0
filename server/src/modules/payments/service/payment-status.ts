type Status = 'succeeded' | 'partially_refunded' | 'refunded' | 'reported'

/** Where a payment stands, by who told of it and what was given back. */
export function decidePaymentStatus({
  origin,
  amountMinor,
  refundedMinor,
}: {
  origin: string
  amountMinor: bigint
  refundedMinor: bigint
}): Status {
  if (origin === 'form') return 'reported'
  if (refundedMinor === 0n) return 'succeeded'
  return refundedMinor < amountMinor ? 'partially_refunded' : 'refunded'
}
