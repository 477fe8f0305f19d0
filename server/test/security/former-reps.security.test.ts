import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { GraphContext } from '../../src/graphql-kit/context.ts'
import type { Actor } from '../../src/kernel/actor.ts'
import { acting } from '../../src/kernel/caller.ts'
import { ClinchError } from '../../src/kernel/errors.ts'
import { testVault } from '../job-services.ts'
import { noActivity } from '../no-activity.ts'
import type { Person } from '../person.ts'
import { addToRoster, enterByLink, makePortalLink } from '../portal.ts'
import { type RunningApp, startApp } from '../running-app.ts'

let app: RunningApp
let owner: Person
beforeAll(async () => {
  app = await startApp()
  owner = await app.organize()
})
afterAll(() => app.close())

/** What becomes of a write of somebody whom a process recognised a moment ago, and has not heard of since. */
async function write(remembered: Actor): Promise<string> {
  const services = {
    database: app.data.database,
    vault: testVault,
    publicUrl: () => app.url,
    forgetCallers: () => undefined,
    confirmIdentity: () => Promise.resolve(),
    activity: noActivity,
    checkKey: () => Promise.reject(new Error('No provider is called here')),
  }
  const context = new GraphContext(acting(null, remembered), { id: 'test', address: '127.0.0.1' }, services)
  try {
    return (await context.write('anything', {}, () => Promise.resolve({ outcome: 'written' }))).outcome
  } catch (error) {
    if (error instanceof ClinchError) return error.code
    throw error
  }
}

describe.each([
  { kind: 'Closer', field: 'closerId', table: 'closers' },
  { kind: 'Setter', field: 'setterId', table: 'setters' },
] as const)('somebody who was a $kind a moment ago', ({ kind, field, table }) => {
  const rows = () => app.data.owner(table)
  let id: string
  beforeAll(async () => {
    id = await addToRoster(owner, kind, `Some ${kind}`)
  })
  afterEach(() => app.data.owner`update ${rows()} set deactivated_at = null where id = ${id}`)

  it('writes nothing by a portal link once they have left the roster', async () => {
    const link = await makePortalLink(owner, { [field]: id })
    await enterByLink(app, link.token)
    const [session] = await app.data.owner<{ id: string }[]>`select id from portal_sessions where link_id = ${link.id}`
    const remembered: Actor = {
      kind: 'portal',
      organizationId: owner.organizationId,
      linkId: link.id,
      sessionId: session?.id ?? '',
      name: 'Some Body',
      closerId: null,
      setterId: null,
      [field]: id,
    }
    expect(await write(remembered)).toBe('written')
    await app.data.owner`update ${rows()} set deactivated_at = now() where id = ${id}`
    expect(await write(remembered)).toBe('UNAUTHENTICATED')
  })

  it('writes nothing as a member once somebody else is that person, or nobody', async () => {
    const email = `${table}@people.example`
    const { inviteMember } = await owner.ask<{ inviteMember: { url: string } }>(
      `mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { url } }`,
      { input: { email, role: 'SALES_REP', [field]: id } },
    )
    const person = await app.signUp('Rita Rep', email)
    await person.ask(`mutation ($token: String!) { acceptInvitation(input: { token: $token }) { organizationId } }`, {
      token: new URL(inviteMember.url).searchParams.get('token'),
    })
    const [row] = await app.data.owner<{ user_id: string }[]>`select user_id from ${rows()} where id = ${id}`
    const remembered: Actor = {
      kind: 'user',
      organizationId: owner.organizationId,
      userId: row?.user_id ?? '',
      name: 'Rita Rep',
      role: 'sales_rep',
      closerId: null,
      setterId: null,
      [field]: id,
    }
    expect(await write(remembered)).toBe('written')
    for (const other of [null, '018f0000-0000-7000-8000-000000000000']) {
      await app.data.owner`update ${rows()} set user_id = ${other} where id = ${id}`
      expect(await write(remembered)).toBe('FORBIDDEN')
    }
    // Whoever claims to be nobody on the roster writes as nobody on it.
    expect(await write({ ...remembered, [field]: null })).toBe('written')
  })
})
