type Status = 'succeeded' | 'partially_refunded' | 'refunded' | 'disputed' | 'reported'

/** Where a payment stands, by who told of it, what is held of it and what was taken back, by refund or by a lost dispute. */
export function decidePaymentStatus({
  origin,
  amountMinor,
  refundedMinor,
  lostMinor,
  disputedMinor,
}: {
  origin: string
  amountMinor: bigint
  refundedMinor: bigint
  lostMinor: bigint
  disputedMinor: bigint
}): Status {
  if (origin === 'form') return 'reported'
  if (disputedMinor > 0n) return 'disputed'
  const goneMinor = refundedMinor + lostMinor
  if (goneMinor === 0n) return 'succeeded'
  return goneMinor < amountMinor ? 'partially_refunded' : 'refunded'
}
