import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { adminOf, as, makeOrganization } from '../../../../test/intake.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { readTenantToken } from '../../../kernel/tenant-token.ts'
import { createPortalLink } from './create-portal-link.ts'
import { listPortalLinks } from './load-portal-links.ts'
import { openPortalLink } from './open-portal-link.ts'
import type { CreatePortalLink } from './portal-link-schemas.ts'
import { replacePortalLink } from './replace-portal-link.ts'
import { revokePortalLink } from './revoke-portal-link.ts'

const dayMs = 86_400_000
let test: TestDatabase
let organizationId: string
let admin: Actor
let closerId: string
let setterId: string
beforeAll(async () => {
  test = await freshDatabase()
  organizationId = await makeOrganization(test)
  admin = adminOf(organizationId)
  ;[closerId, setterId] = [uuidv7(), uuidv7()]
  await test.owner`insert into closers (organization_id, id, name) values (${organizationId}, ${closerId}, 'Maya')`
  await test.owner`insert into setters (organization_id, id, name) values (${organizationId}, ${setterId}, 'Ana')`
})
afterAll(() => test.close())

const create = (input: CreatePortalLink, actor = admin) => as(test.database, actor, (tx) => createPortalLink({ actor, input, tx }))
const replace = (id: string, actor = admin) => as(test.database, actor, (tx) => replacePortalLink({ actor, input: { id }, tx }))
const revoke = (id: string, actor = admin) => as(test.database, actor, (tx) => revokePortalLink({ actor, input: { id }, tx }))
const open = (linkId: string) =>
  openPortalLink({ database: test.database, link: { organizationId, linkId }, device: 'A phone', origin: { requestId: 'test-request' } })
const read = async (id: string) => {
  const [link] = await as(test.database, admin, (tx) => listPortalLinks(tx, { id }))
  if (!link) throw new Error('There is no such link')
  return link
}
const daysFromNow = (text: string) => Math.round((Date.parse(text) - Date.now()) / dayMs)

describe('a new portal link', () => {
  it('is good for 90 days and as many openings as are asked for, unless told otherwise', async () => {
    const { id, token } = await create({ closerId })
    const link = await read(id)
    expect(link).toMatchObject({
      closerId,
      setterId: null,
      singleUse: false,
      state: 'active',
      openSessions: 0,
      createdBy: 'Ada',
      lastUsedAt: null,
    })
    expect(daysFromNow(link.expiresAt)).toBe(90)
    expect(readTenantToken('portal', token)?.organizationId).toBe(organizationId)
    expect(token.endsWith(link.lastFour)).toBe(true)
    for (let nth = 1; nth <= 3; nth += 1) expect(await open(id)).not.toBeNull()
    expect(await read(id)).toMatchObject({ state: 'active', openSessions: 3 })
  })

  it('may be a setter’s, end sooner or later within a year, and be good once', async () => {
    const { id } = await create({ setterId, singleUse: true, expiresAt: new Date(Date.now() + 365 * dayMs) })
    expect(await read(id)).toMatchObject({ closerId: null, setterId, singleUse: true })
    expect(await open(id)).not.toBeNull()
    expect(await open(id)).toBeNull()
    expect(await read(id)).toMatchObject({ state: 'used', openSessions: 1 })
  })

  it.each<[string, CreatePortalLink | (() => CreatePortalLink), string]>([
    ['for nobody', {}, 'closerId'],
    ['for a closer and a setter at once', () => ({ closerId, setterId }), 'closerId'],
    ['for no id', { closerId: 'maya' }, 'closerId'],
    ['that is over already', () => ({ closerId, expiresAt: new Date() }), 'expiresAt'],
    ['for more than a year', () => ({ closerId, expiresAt: new Date(Date.now() + 367 * dayMs) }), 'expiresAt'],
  ])('is not made %s', async (_what, input, path) => {
    await expect(create(typeof input === 'function' ? input() : input)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { fields: [expect.objectContaining({ path })] },
    })
  })

  it('is not made for another tenant’s closer, for one who does not exist, or for one who left', async () => {
    const elsewhere = await makeOrganization(test)
    const theirs = uuidv7()
    const left = uuidv7()
    await test.owner`insert into closers (organization_id, id, name) values (${elsewhere}, ${theirs}, 'Rita')`
    await test.owner`insert into setters (organization_id, id, name, deactivated_at) values (${organizationId}, ${left}, 'Gone', now())`
    await expect(create({ closerId: theirs })).rejects.toMatchObject({ code: 'NOT_FOUND', message: 'There is no such closer.' })
    await expect(create({ setterId: uuidv7() })).rejects.toMatchObject({ code: 'NOT_FOUND', message: 'There is no such setter.' })
    await expect(create({ setterId: left })).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  it('is made, replaced and revoked by owners, admins and operators alone', async () => {
    const { id } = await create({ closerId })
    const others: Actor[] = [
      { ...admin, kind: 'user', userId: uuidv7(), role: 'sales_rep', name: 'Rep', closerId, setterId: null },
      { kind: 'portal', organizationId, linkId: id, sessionId: uuidv7(), name: 'Maya', closerId, setterId: null },
      { kind: 'api_key', organizationId, keyId: uuidv7(), name: 'Key', scopes: ['roster:write', 'roster:read'] },
    ]
    for (const actor of others)
      for (const act of [create({ closerId }, actor), replace(id, actor), revoke(id, actor)])
        await expect(act).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await read(id)).toMatchObject({ state: 'active' })
  })
})

describe('revoking a link', () => {
  it('ends every session that it opened, at once; doing so again changes nothing', async () => {
    const { id } = await create({ closerId })
    await open(id)
    await open(id)
    await revoke(id)
    const revoked = await read(id)
    expect(revoked).toMatchObject({ state: 'revoked', openSessions: 0 })
    const ended = await test.owner<{ n: number }[]>`select count(ended_at)::int as n from portal_sessions where link_id = ${id}`
    expect(ended[0]?.n).toBe(2)
    await revoke(id)
    expect(await read(id)).toEqual(revoked)
    expect(await open(id)).toBeNull()
  })

  it('takes no other tenant’s link', async () => {
    const stranger = adminOf(await makeOrganization(test))
    const { id } = await create({ closerId })
    await expect(revoke(id, stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(replace(id, stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await read(id)).toMatchObject({ state: 'active' })
  })
})

describe('replacing a link', () => {
  it('revokes it and makes one like it for the same person, as long-lived', async () => {
    const old = await create({ setterId, singleUse: true, expiresAt: new Date(Date.now() + 30 * dayMs) })
    await open(old.id)
    const fresh = await replace(old.id)
    expect(await read(old.id)).toMatchObject({ state: 'revoked', openSessions: 0 })
    const made = await read(fresh.id)
    expect(made).toMatchObject({ closerId: null, setterId, singleUse: true, state: 'active' })
    expect(daysFromNow(made.expiresAt)).toBe(30)
    expect(fresh.token).not.toBe(old.token)
    expect(await open(fresh.id)).not.toBeNull()
  })

  it('brings back one that is over, and not one that was replaced or revoked', async () => {
    const { id } = await create({ closerId })
    await test.owner`update portal_links set created_at = now() - interval '91 days', expires_at = now() - interval '1 day' where id = ${id}`
    expect(await read(id)).toMatchObject({ state: 'expired' })
    expect(daysFromNow((await read((await replace(id)).id)).expiresAt)).toBe(90)
    await expect(replace(id)).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  it('gives one new link to two who press at once', async () => {
    const { id } = await create({ closerId })
    const before = (await as(test.database, admin, (tx) => listPortalLinks(tx, { closerId }))).length
    const outcomes = await Promise.allSettled(Array.from({ length: 6 }, () => replace(id)))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await as(test.database, admin, (tx) => listPortalLinks(tx, { closerId }))).toHaveLength(before + 1)
  })

  it('leaves the old link as it was where no new one can be made', async () => {
    const leaving = uuidv7()
    await test.owner`insert into closers (organization_id, id, name) values (${organizationId}, ${leaving}, 'Leaving')`
    const { id } = await create({ closerId: leaving })
    await test.owner`update closers set deactivated_at = now() where id = ${leaving}`
    await expect(replace(id)).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(await read(id)).toMatchObject({ state: 'active', revokedAt: null })
  })
})

describe('the list of links', () => {
  it('is one person’s, or everybody’s, the newest first', async () => {
    const [first, second] = [await create({ closerId }), await create({ setterId })]
    const all = await as(test.database, admin, (tx) => listPortalLinks(tx))
    expect(all.slice(0, 2).map(({ id }) => id)).toEqual([second.id, first.id])
    const theirs = await as(test.database, admin, (tx) => listPortalLinks(tx, { setterId }))
    expect(new Set(theirs.map((link) => link.setterId))).toEqual(new Set([setterId]))
  })
})
