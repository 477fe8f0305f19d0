import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createVault, type SecretContext, SealedValueError } from './vault.ts'

const current = { version: 2, keyHex: '5e'.repeat(32) }
const older = { version: 1, keyHex: 'a1'.repeat(32) }
const vault = createVault({ current, older: [older] })

const home: SecretContext = { organizationId: 'org-1', connectionId: 'con-1', secretId: 'row-1', field: 'webhook_secret' }
const secret = 'whsec_of_this_test'

/** What opening comes to: the secret, or the error. */
function opened(sealed: string, context = home, by = vault): unknown {
  try {
    return by.open(sealed, context)
  } catch (error) {
    return error
  }
}
const expectClosed = (result: unknown) => expect(result).toBeInstanceOf(SealedValueError)

describe('a sealed secret', () => {
  it('opens where it was sealed, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(vault.open(vault.seal(text, home), home)).toBe(text)
      }),
    )
  })

  it('shows nothing of what it holds, and is another each time', () => {
    const [one, other] = [vault.seal(secret, home), vault.seal(secret, home)]
    expect(one).not.toBe(other)
    expect(one).not.toContain(secret)
    expect(one).not.toContain(Buffer.from(secret).toString('base64url'))
    expect(one).toMatch(/^v1\.2\.[\w-]{16}\.[\w-]+$/)
  })

  it('does not open in another organization, on another connection, in another row or in another field', () => {
    const sealed = vault.seal(secret, home)
    expectClosed(opened(sealed, { ...home, organizationId: 'org-2' }))
    expectClosed(opened(sealed, { ...home, connectionId: 'con-2' }))
    expectClosed(opened(sealed, { ...home, secretId: 'row-2' }))
    expectClosed(opened(sealed, { ...home, field: 'api_key' }))
    expectClosed(opened(sealed, { organizationId: '', connectionId: '', secretId: '', field: '' }))
  })

  it('does not open where the parts of its place only run together alike', () => {
    const sealed = vault.seal(secret, { organizationId: 'ab', connectionId: 'c', secretId: 'd', field: 'e' })
    expectClosed(opened(sealed, { organizationId: 'a', connectionId: 'bc', secretId: 'd', field: 'e' }))
    expectClosed(opened(sealed, { organizationId: 'ab', connectionId: 'c', secretId: '', field: 'de' }))
    const context = fc.record({ organizationId: fc.string(), connectionId: fc.string(), secretId: fc.string(), field: fc.string() })
    fc.assert(
      fc.property(context, context, (one, other) => {
        const isSame = (['organizationId', 'connectionId', 'secretId', 'field'] as const).every((part) => one[part] === other[part])
        const result = opened(vault.seal(secret, one), other)
        if (isSame) expect(result).toBe(secret)
        else expectClosed(result)
      }),
    )
  })

  it('does not open once any of its bytes was changed', () => {
    const [scheme = '', version = '', nonce = '', text = ''] = vault.seal(secret, home).split('.')
    for (const part of [nonce, text]) {
      const bytes = Buffer.from(part, 'base64url')
      for (let index = 0; index < bytes.length; index += 1) {
        const other = Buffer.from(bytes)
        other[index] = (other[index] ?? 0) ^ 1
        const changed = other.toString('base64url')
        expectClosed(opened([scheme, version, part === nonce ? changed : nonce, part === text ? changed : text].join('.')))
      }
    }
  })

  it('does not open cut short, tag or all, nor made longer', () => {
    const sealed = vault.seal(secret, home)
    const [scheme = '', version = '', nonce = '', text = ''] = sealed.split('.')
    const bytes = Buffer.from(text, 'base64url')
    for (let length = 0; length < bytes.length; length += 1)
      expectClosed(opened([scheme, version, nonce, bytes.subarray(0, length).toString('base64url')].join('.')))
    expectClosed(opened([scheme, version, nonce, Buffer.concat([bytes, Buffer.alloc(1)]).toString('base64url')].join('.')))
    const empty = vault.seal('', home)
    expectClosed(opened(empty.slice(0, -4)))
  })

  it('does not open with a tag of any length but the whole, also where it was sealed so', () => {
    const [scheme = '', version = '', nonce = '', text = ''] = vault.seal(secret, home).split('.')
    const bytes = Buffer.from(text, 'base64url')
    const ciphertext = bytes.subarray(0, -16)
    const tag = bytes.subarray(-16)
    expect(opened([scheme, version, nonce, Buffer.concat([ciphertext, tag]).toString('base64url')].join('.'))).toBe(secret)
    for (let length = 0; length < 16; length += 1) {
      for (const cut of [tag.subarray(0, length), tag.subarray(16 - length)])
        expectClosed(opened([scheme, version, nonce, Buffer.concat([ciphertext, cut]).toString('base64url')].join('.')))
    }
  })

  it('is written in one way only', () => {
    const sealed = vault.seal('four', home)
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    // The last character of 20 bytes holds bits that mean nothing.
    const last = alphabet.indexOf(sealed.slice(-1))
    expectClosed(opened(sealed.slice(0, -1) + alphabet.charAt(last ^ 1)))
    expectClosed(opened(sealed.replace('v1.2.', 'v1.02.')))
  })

  it('is refused where it has not the form of one, with no word of what stood there', () => {
    for (const text of [
      '',
      'whsec_in_the_clear',
      'v1.2',
      'v2.2.AAAAAAAAAAAAAAAA.AAAA',
      'v1.x.AAAAAAAAAAAAAAAA.AAAA',
      'v1.2.AAAA.AAAA',
      `${vault.seal(secret, home)}\n`,
    ]) {
      const result = opened(text)
      expectClosed(result)
      expect(String(result)).not.toContain('whsec')
    }
  })
})

describe('master keys', () => {
  const old = createVault({ current: older })

  it('that are older still open what they sealed, and say that it is to be sealed anew', () => {
    const sealed = old.seal(secret, home)
    expect(opened(sealed)).toBe(secret)
    expect(vault.needsResealing(sealed)).toBe(true)
    expect(vault.needsResealing(vault.seal(secret, home))).toBe(false)
  })

  it('that are not here open nothing, and neither does another key of the same version', () => {
    expectClosed(opened(vault.seal(secret, home), home, old))
    const impostor = createVault({ current: { version: 2, keyHex: 'ff'.repeat(32) } })
    expectClosed(opened(impostor.seal(secret, home)))
  })

  it('do not open what only claims to be sealed with them', () => {
    const sealed = old.seal(secret, home)
    expectClosed(opened(sealed.replace('v1.1.', 'v1.2.')))
  })

  it('give a key of its own to each other purpose, and none where they are not here', () => {
    const key = vault.derive('audit heads', 2)
    expect(key).toHaveLength(32)
    expect(vault.derive('audit heads', 2)).toEqual(key)
    expect(vault.derive('other', 2)).not.toEqual(key)
    expect(vault.derive('audit heads', 1)).not.toEqual(key)
    expect(vault.derive('audit heads', 3)).toBeNull()
    expect(key?.toString('hex')).not.toBe(current.keyHex)
    expect(vault.keyVersion).toBe(2)
    expect(vault.keyVersions).toEqual([1, 2])
  })

  it('of any other length or form are refused outright', () => {
    for (const keyHex of ['', '5e'.repeat(31), '5e'.repeat(33), 'zz'.repeat(32), `${'5e'.repeat(31)}5`])
      expect(() => createVault({ current: { version: 1, keyHex } }), keyHex).toThrow('64 hexadecimal digits')
    expect(() => createVault({ current, older: [{ version: 1, keyHex: 'short' }] })).toThrow('64 hexadecimal digits')
  })
})
