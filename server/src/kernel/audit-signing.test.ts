import { describe, expect, it } from 'vitest'
import { type AuditHead, checkHead, signHead, type SignedHead } from './audit-signing.ts'
import { createVault } from './vault.ts'

const older = { version: 1, keyHex: 'a1'.repeat(32) }
const vault = createVault({ current: { version: 2, keyHex: '5e'.repeat(32) }, older: [older] })
const at = new Date('2026-11-21T10:00:00.123Z')
const head = (position: bigint): AuditHead => ({ organizationId: 'org-1', position, hash: 'ab'.repeat(32) })

const first = signHead(vault, head(1n), at, null)
const second = signHead(vault, head(2n), at, first)

describe('a signed head', () => {
  it('is good as it was signed, after what it was signed after', () => {
    expect(checkHead(vault, first, null)).toBe('good')
    expect(checkHead(vault, second, first)).toBe('good')
    expect(second).toMatchObject({ signedAt: '2026-11-21T10:00:00.123Z', keyVersion: 2, position: 2n })
  })

  it('is forged once anything of it was changed', () => {
    const changes: Partial<SignedHead>[] = [
      { organizationId: 'org-2' },
      { position: 3n },
      { hash: 'cd'.repeat(32) },
      { signedAt: '2026-11-21T10:00:00.124Z' },
      { keyVersion: 1 },
      { signature: second.signature.toUpperCase() },
      { signature: `${second.signature}00` },
      { signature: second.signature.slice(0, -2) },
      { signature: '' },
      { signature: first.signature },
    ]
    for (const change of changes) expect([change, checkHead(vault, { ...second, ...change }, first)]).toEqual([change, 'forged'])
  })

  it('is forged once the one before it was taken out or changed', () => {
    expect(checkHead(vault, second, null)).toBe('forged')
    expect(checkHead(vault, second, { ...first, signature: 'ab'.repeat(32) })).toBe('forged')
    expect(checkHead(vault, second, { ...first, keyVersion: 9 })).toBe('forged')
    expect(checkHead(vault, first, second)).toBe('forged')
  })

  it('can be told by whoever has its master key, and by nobody else', () => {
    const before = signHead(createVault({ current: older }), head(1n), at, null)
    expect(checkHead(vault, before, null)).toBe('good')
    expect(checkHead(createVault({ current: { version: 3, keyHex: '5e'.repeat(32) } }), second, first)).toBe('unknown_key')
    expect(checkHead(createVault({ current: { version: 2, keyHex: 'ff'.repeat(32) } }), second, first)).toBe('forged')
  })
})
