import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Vault } from './vault.ts'

/** Where an organization's audit chain ended at a moment. */
export interface AuditHead {
  organizationId: string
  /** 1 for the first entry. */
  position: bigint
  /** SHA-256, hex, of the entry at that position. */
  hash: string
}

/** A head with a signature that the database could not have made. */
export interface SignedHead extends AuditHead {
  /** ISO 8601 in UTC, to the millisecond. */
  signedAt: string
  /** Which master key the signing key follows from. */
  keyVersion: number
  /** HMAC-SHA-256, hex. */
  signature: string
}

/** `unknown_key`: the master key that it names is not here, so nothing can be said. */
export type SignatureVerdict = 'good' | 'forged' | 'unknown_key'

type Keys = Pick<Vault, 'keyVersion' | 'derive'>
const purpose = 'audit heads'

/** Signs a head, and with it the signature before, so that none of them can be taken out. */
export function signHead(keys: Keys, head: AuditHead, signedAt: Date, previous: SignedHead | null): SignedHead {
  const unsigned = { ...head, signedAt: signedAt.toISOString(), keyVersion: keys.keyVersion }
  const key = keys.derive(purpose, keys.keyVersion)
  if (!key) throw new TypeError('There is no current master key')
  return { ...unsigned, signature: macOf(key, unsigned, previous).toString('hex') }
}

/** Whether a head was signed so, after that previous one. */
export function checkHead(keys: Keys, signed: SignedHead, previous: SignedHead | null): SignatureVerdict {
  const key = keys.derive(purpose, signed.keyVersion)
  if (!key) return 'unknown_key'
  const wanted = macOf(key, signed, previous)
  const given = Buffer.from(signed.signature, 'hex')
  // Hexadecimal can be read in capitals too, and up to where it ends: only the form that we write is one.
  const isWhole = given.length === wanted.length && given.toString('hex') === signed.signature
  return isWhole && timingSafeEqual(given, wanted) ? 'good' : 'forged'
}

function macOf(key: Buffer, head: Omit<SignedHead, 'signature'>, previous: SignedHead | null): Buffer {
  const { organizationId, position, hash, signedAt, keyVersion } = head
  const before = previous ? [...partsOf(previous), previous.signature] : null
  return createHmac('sha256', key)
    .update(JSON.stringify(['clinch audit head 1', ...partsOf({ organizationId, position, hash, signedAt, keyVersion }), before]))
    .digest()
}

const partsOf = ({ organizationId, position, hash, signedAt, keyVersion }: Omit<SignedHead, 'signature'>): (string | number)[] => [
  organizationId,
  position.toString(),
  hash,
  signedAt,
  keyVersion,
]
