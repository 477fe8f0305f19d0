import type { AuditHead } from '../../../kernel/audit-signing.ts'
import type { ChainReport } from './verify-chain.ts'

/** A report in one line, which can be kept, and read again as a head that was there once. */
export function lineOf({ organizationId, position, hash, signedAt, signedPosition, fault }: ChainReport): string {
  if (fault) return `organization ${organizationId}: BROKEN. ${fault.words}`
  const signed = signedAt === null ? 'not signed yet' : `signed to ${signedPosition} on ${signedAt}`
  return `organization ${organizationId}: unbroken, ${position} entries, head ${hash || 'none'}, ${signed}`
}

/** The heads in what was printed before, by organization. */
export function knownHeads(printed: string): ReadonlyMap<string, AuditHead[]> {
  const heads = new Map<string, AuditHead[]>()
  const line = /organization ([0-9a-f-]{36}): unbroken, (\d+) entries, head ([0-9a-f]{64}),/g
  for (const [, organizationId = '', position = '', hash = ''] of printed.matchAll(line))
    heads.set(organizationId, [...(heads.get(organizationId) ?? []), { organizationId, position: BigInt(position), hash }])
  return heads
}
