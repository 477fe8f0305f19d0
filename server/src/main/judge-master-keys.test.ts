import { describe, expect, it } from 'vitest'
import { createVault } from '../kernel/vault.ts'
import { judgeMasterKeys, markOf } from './judge-master-keys.ts'

const one = { version: 1, keyHex: 'a1'.repeat(32) }
const two = { version: 2, keyHex: 'b2'.repeat(32) }
const impostor = (version: number) => ({ version, keyHex: 'ff'.repeat(32) })

const markOne = markOf(createVault({ current: one }))
const markTwo = markOf(createVault({ current: two }))
const sealedWithOne = [{ version: 1, secrets: 3, auditLogs: 0 }]

describe('master keys fit a database', () => {
  it('that is new', () => {
    expect(judgeMasterKeys(createVault({ current: one }), { marks: [], inUse: [] }, true)).toBeNull()
  })

  it('that was sealed with them', () => {
    expect(judgeMasterKeys(createVault({ current: one }), { marks: [markOne], inUse: sealedWithOne }, true)).toBeNull()
  })

  it('when a new one comes with the former beside it', () => {
    const rotated = createVault({ current: two, older: [one] })
    expect(judgeMasterKeys(rotated, { marks: [markOne], inUse: sealedWithOne }, true)).toBeNull()
  })

  it('when the former is left out once nothing needs it', () => {
    const done = createVault({ current: two })
    expect(judgeMasterKeys(done, { marks: [markOne, markTwo], inUse: [{ version: 2, secrets: 3, auditLogs: 1 }] }, true)).toBeNull()
  })
})

describe('what does not fit is told with what to do', () => {
  const database = { marks: [markOne], inUse: sealedWithOne }

  it('another key of the same version', () => {
    expect(judgeMasterKeys(createVault({ current: impostor(1) }), database, true)).toMatch(
      /^ENCRYPTION_MASTER_KEY is not the master key 1 .* ENCRYPTION_MASTER_KEY_VERSION to 2 .* ENCRYPTION_OLD_KEYS as 1:<64/,
    )
  })

  it('no key at all', () => {
    expect(judgeMasterKeys(createVault({ current: impostor(1) }), database, false)).toMatch(/^ENCRYPTION_MASTER_KEY is not set/)
  })

  it('a new key without the former, which is still needed', () => {
    expect(judgeMasterKeys(createVault({ current: two }), database, true)).toMatch(
      /^3 secrets are still sealed, and 0 audit logs signed, with the master key 1, .* ENCRYPTION_OLD_KEYS as 1:<64/,
    )
  })

  it('a former key that only audit logs need', () => {
    const signed = { marks: [markOne], inUse: [{ version: 1, secrets: 0, auditLogs: 2 }] }
    expect(judgeMasterKeys(createVault({ current: two }), signed, true)).toMatch(/^0 secrets are still sealed, and 2 audit logs signed,/)
  })

  it('a former key that is another one', () => {
    expect(judgeMasterKeys(createVault({ current: two, older: [impostor(1)] }), database, true)).toMatch(
      /^ENCRYPTION_OLD_KEYS has another master key 1/,
    )
  })

  it('a mark that claims to be of another version', () => {
    const forged = { version: 2, sealed: markOne.sealed }
    expect(judgeMasterKeys(createVault({ current: two, older: [one] }), { marks: [forged], inUse: [] }, true)).toMatch(/master key 2/)
  })
})
