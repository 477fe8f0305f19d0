import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeTenantToken, readTenantToken } from './tenant-token.ts'

const organizationId = '0197a000-0000-7000-8000-0123456789ab'

describe('a token that carries its organization', () => {
  it('names it, and is found again by its hash alone', () => {
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        const token = makeTenantToken('ck', id)
        expect(readTenantToken('ck', token.text)).toEqual({ organizationId: id, hash: token.hash })
      }),
    )
  })

  it('is another each time, and keeps nothing of itself but a hash and its last four characters', () => {
    const [one, other] = [makeTenantToken('ck', organizationId), makeTenantToken('ck', organizationId)]
    expect(one.hash).not.toBe(other.hash)
    expect(one.hash).toMatch(/^[0-9a-f]{64}$/)
    expect(one.text.endsWith(one.lastFour)).toBe(true)
  })

  it('has another hash once any character was changed', () => {
    const { text, hash } = makeTenantToken('ck', organizationId)
    const swapped = text.slice(0, -1) + (text.endsWith('A') ? 'B' : 'A')
    expect(readTenantToken('ck', swapped)?.hash).not.toBe(hash)
  })

  it('is none where it has not its form', () => {
    const { text } = makeTenantToken('ck', organizationId)
    for (const other of [
      '',
      'ck',
      `${text}A`,
      ` ${text}`,
      `${text}\n`,
      text.slice(0, -1),
      text.replace('ck_', 'xx_'),
      text.replace('_', '.'),
    ])
      expect(readTenantToken('ck', other), other).toBeNull()
    expect(readTenantToken('inv', text)).toBeNull()
  })
})
