import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** To which row and field a secret belongs: a value that was moved elsewhere does not open. */
export interface SecretContext {
  organizationId: string
  connectionId: string
  /** The row that keeps it. */
  secretId: string
  field: string
}

export interface MasterKey {
  version: number
  /** 64 hexadecimal digits: 256 bits. */
  keyHex: string
}

/** Seals and opens secrets. Its errors tell nothing of what was sealed. */
export interface Vault {
  /** `v1.<key version>.<nonce>.<ciphertext and tag>`, base64url. */
  seal(plaintext: string, context: SecretContext): string
  open(sealed: string, context: SecretContext): string
  /** Whether it was sealed with another master key than the current one. */
  needsResealing(sealed: string): boolean
  /** The version of the master key that seals. */
  readonly keyVersion: number
  /** The versions of all master keys that are here, ascending. */
  readonly keyVersions: readonly number[]
  /** A key of 256 bits for one other purpose, which tells nothing of the master key or of other purposes; null where that master key is not here. */
  derive(purpose: string, version: number): Buffer | null
}

/** A sealed value that does not open: moved, changed, cut short, or sealed with a key that we do not have. */
export class SealedValueError extends Error {
  constructor(reason: string) {
    super(`A sealed value does not open: ${reason}`)
    this.name = 'SealedValueError'
  }
}

const nonceBytes = 12
const tagBytes = 16

/** AES-256-GCM with a fresh nonce each, the row and field as associated data, and the master key's version beside it. */
export function createVault({ current, older = [] }: { current: MasterKey; older?: readonly MasterKey[] }): Vault {
  const keys = new Map([...older, current].map(({ version, keyHex }) => [version, Buffer.from(keyHex, 'hex')]))
  for (const key of keys.values()) if (key.length !== 32) throw new TypeError('A master key has 64 hexadecimal digits')
  return {
    seal(plaintext, context) {
      const key = keys.get(current.version)
      if (!key) throw new SealedValueError('there is no current key')
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes }).setAAD(associatedData(context))
      const body = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final(), cipher.getAuthTag()])
      return `v1.${current.version}.${nonce.toString('base64url')}.${body.toString('base64url')}`
    },
    open(sealed, context) {
      const { version, nonce, body } = read(sealed)
      const key = keys.get(version)
      if (!key) throw new SealedValueError(`the master key ${version} is not here`)
      const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
      decipher.setAAD(associatedData(context)).setAuthTag(body.subarray(-tagBytes))
      try {
        return Buffer.concat([decipher.update(body.subarray(0, -tagBytes)), decipher.final()]).toString('utf8')
      } catch {
        throw new SealedValueError('it was moved or changed')
      }
    },
    needsResealing: (sealed) => read(sealed).version !== current.version,
    keyVersion: current.version,
    keyVersions: [...keys.keys()].sort((one, other) => one - other),
    derive(purpose, version) {
      const key = keys.get(version)
      return key ? Buffer.from(hkdfSync('sha256', key, 'clinch', purpose, 32)) : null
    },
  }
}

function read(sealed: string): { version: number; nonce: Buffer; body: Buffer } {
  const parts = /^v1\.([1-9]\d{0,8})\.([\w-]{16})\.([\w-]+)$/.exec(sealed)
  if (!parts) throw new SealedValueError('it has not the form of one')
  const [, version = '', nonce = '', text = ''] = parts
  const body = Buffer.from(text, 'base64url')
  // Base64 can write the same bytes in several ways: only ours is one.
  if (body.toString('base64url') !== text) throw new SealedValueError('it has not the form of one')
  if (body.length < tagBytes) throw new SealedValueError('it was cut short')
  return { version: Number(version), nonce: Buffer.from(nonce, 'base64url'), body }
}

/** Each part with its length before it, so that no two contexts read the same. */
const associatedData = ({ organizationId, connectionId, secretId, field }: SecretContext): Buffer =>
  Buffer.concat(
    [organizationId, connectionId, secretId, field].map((part) => {
      const bytes = Buffer.from(part, 'utf8')
      const length = Buffer.alloc(4)
      length.writeUInt32BE(bytes.length)
      return Buffer.concat([length, bytes])
    }),
  )
