import { createHash } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../test/database.ts'
import { adminOf, as, makeOrganization } from '../../test/intake.ts'
import type { Actor } from './actor.ts'
import { once } from './idempotency.ts'
import { createVault, type MasterKey, type Vault } from './vault.ts'

let test: TestDatabase
let admin: Actor
beforeAll(async () => {
  test = await freshDatabase()
})
afterAll(() => test.close())
beforeEach(async () => {
  admin = adminOf(await makeOrganization(test))
})

const first: MasterKey = { version: 1, keyHex: 'a1'.repeat(32) }
const second: MasterKey = { version: 2, keyHex: 'b2'.repeat(32) }
const before = createVault({ current: first })
const rotated = createVault({ current: second, older: [first] })
const withoutFirst = createVault({ current: second })

const input = { name: 'Main', webhookSecret: 'hunter22' }

/** Acts by an id of the caller’s; answers what is new of each act that is really done. */
const act = (vault: Vault, given: object = input) =>
  as(test.database, admin, (tx) =>
    once(tx, vault, { operation: 'createConnection', key: 'one', input: given }, () => Promise.resolve({ id: uuidv7() })),
  )
const kept = async (): Promise<string> => {
  const [row] = await test.owner<{ mark: string }[]>`
    select input_hash as mark from idempotency_keys where organization_id = ${admin.organizationId}`
  return row?.mark ?? ''
}

describe('what is kept of an input that holds a secret', () => {
  it('takes a key to be made, so that nobody finds the secret by trying', async () => {
    await act(before)
    const mark = await kept()
    expect(mark).toMatch(/^1\.[0-9a-f]{64}$/)
    expect(mark).not.toContain(createHash('sha256').update(JSON.stringify(input)).digest('hex'))
    admin = adminOf(await makeOrganization(test))
    await act(createVault({ current: { ...second, version: 1 } }))
    expect(await kept()).not.toBe(mark)
  })

  it('knows it again, also once another master key seals', async () => {
    const made = await act(before)
    expect(await act(before)).toEqual(made)
    expect(await act(rotated)).toEqual(made)
  })

  it('tells it from every other, which is refused', async () => {
    await act(before)
    for (const vault of [before, rotated])
      await expect(act(vault, { ...input, webhookSecret: 'hunter23' })).rejects.toMatchObject({
        code: 'CONFLICT',
        message: 'This clientMutationId was used with another input.',
      })
  })

  it('is of no input any more once its master key is gone, or it was forgotten: nothing is done twice', async () => {
    await act(before)
    await expect(act(withoutFirst)).rejects.toMatchObject({ code: 'CONFLICT' })
    await test.owner`update idempotency_keys set input_hash = 'forgotten' where organization_id = ${admin.organizationId}`
    await expect(act(before)).rejects.toMatchObject({ code: 'CONFLICT' })
  })
})
