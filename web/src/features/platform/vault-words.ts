import { formatCount } from '../../lib/format-count.ts'

export interface SealedCounts {
  secrets: number
  upToDate: number
  inTheClear: number
}

/** How far the vault is sealed, in a sentence, and what becomes of the rest. */
export function sealedSentence({ secrets, upToDate, inTheClear }: SealedCounts): string {
  if (secrets === 0) return 'There are no secrets yet.'
  if (upToDate === secrets) return `All ${formatCount(secrets)} are.`
  const older = secrets - upToDate - inTheClear
  const rest = [
    older > 0 && `${formatCount(older)} sealed with an older key`,
    inTheClear > 0 && `${formatCount(inTheClear)} imported in the clear, sealed at their first use`,
  ].filter((part) => part !== false)
  return `${formatCount(upToDate)} of ${formatCount(secrets)} are. Left: ${rest.join(', ')}.`
}
