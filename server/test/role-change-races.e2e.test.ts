import pino from 'pino'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GraphContext } from '../src/graphql-kit/context.ts'
import { acting } from '../src/kernel/caller.ts'
import { ClinchError } from '../src/kernel/errors.ts'
import { type RunningServer, startServer } from '../src/main/start-server.ts'
import { createTrafficType } from '../src/modules/roster/service/create-traffic-type.ts'
import { freshDatabase, type TestDatabase } from './database.ts'
import { makeOrganization } from './intake.ts'
import { testVault } from './job-services.ts'
import { noActivity } from './no-activity.ts'
import type { Person } from './person.ts'
import { type RunningApp, startApp } from './running-app.ts'
import { until } from './until.ts'

const rounds = Number(process.env.RACE_ROUNDS ?? 200)

describe('a process that remembers somebody as an admin', () => {
  let guarded: TestDatabase
  let unguarded: TestDatabase
  beforeAll(async () => {
    guarded = await freshDatabase()
    unguarded = await freshDatabase()
    // Here a write does not ask again who its caller is.
    await unguarded.owner.unsafe(
      `create or replace function caller_stands(kind text, caller uuid, role text, closer uuid default null, setter uuid default null)
         returns boolean language plpgsql stable security definer set search_path = pg_catalog as 'begin return true; end'`,
    )
  })
  afterAll(async () => {
    await guarded.close()
    await unguarded.close()
  })

  /** What became of the writes that an admin began after the commit of their demotion, while others of theirs were under way. */
  async function lateWrites(test: TestDatabase): Promise<string[]> {
    const organizationId = await makeOrganization(test)
    const userId = uuidv7()
    await test.owner`insert into organization_members (organization_id, id, user_id, role, name, email)
      values (${organizationId}, ${uuidv7()}, ${userId}, 'admin', 'Ada', 'ada@northlight.example')`
    const remembered = acting(null, { kind: 'user', organizationId, userId, name: 'Ada', role: 'admin', closerId: null, setterId: null })
    const services = {
      database: test.database,
      vault: testVault,
      publicUrl: () => 'http://localhost',
      forgetCallers: () => undefined,
      confirmIdentity: () => Promise.resolve(),
      activity: noActivity,
      checkKey: () => Promise.reject(new Error('No provider is called here')),
    }
    const write = async (): Promise<string> => {
      const context = new GraphContext(remembered, { id: 'race', address: '127.0.0.1' }, services)
      const input = { name: uuidv7() }
      try {
        await context.write('createTrafficType', {}, (tx) => createTrafficType({ actor: context.actor, input, tx }))
        return 'written'
      } catch (error) {
        if (error instanceof ClinchError) return error.code
        throw error
      }
    }
    const underWay = [write(), write(), write()]
    await test.owner`update organization_members set role = 'sales_rep' where organization_id = ${organizationId} and user_id = ${userId}`
    const late = await Promise.all([write(), write(), write()])
    for (const each of await Promise.all(underWay)) expect(['written', 'FORBIDDEN']).toContain(each)
    return late
  }

  it('writes nothing for them that begins once their demotion is committed', async () => {
    for (let round = 0; round < rounds; round += 1) expect(await lateWrites(guarded)).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN'])
  }, 300_000)

  it('would go on writing for them, if a write did not ask again', async () => {
    expect(await lateWrites(unguarded)).toContain('written')
  })
})

describe('two servers of one database', () => {
  let first: RunningApp
  let second: RunningServer
  beforeAll(async () => {
    first = await startApp()
    second = await startServer({
      appUrl: first.data.url('app_user'),
      authUrl: first.data.url('auth_user'),
      pool: 4,
      port: 0,
      host: '127.0.0.1',
      publicUrl: undefined,
      vault: testVault,
      authSecret: 'a secret of the tests, long enough',
      rememberedMs: 3_600_000,
      trustedProxies: 0,
      logger: pino({ level: 'silent' }),
      limited: false,
    })
  })
  afterAll(async () => {
    await second.stop()
    await first.close()
  })

  /** An owner at the first server, and an admin of theirs at both. */
  async function admitted(): Promise<{ owner: Person; here: Person; there: Person; memberId: string }> {
    const owner = await first.organize()
    const email = `admin@${owner.organizationId}.example`
    const { inviteMember } = await owner.ask<{ inviteMember: { url: string } }>(
      `mutation ($email: String!) { inviteMember(input: { email: $email, role: ADMIN }) { url } }`,
      { email },
    )
    const admin = await first.signUp('Ada Admin', email)
    await admin.ask(`mutation ($token: String!) { acceptInvitation(input: { token: $token }) { organizationId } }`, {
      token: new URL(inviteMember.url).searchParams.get('token'),
    })
    const { organization } = await owner.ask<{ organization: { members: { nodes: { id: string; email: string }[] } } }>(
      `{ organization { members { nodes { id email } } } }`,
    )
    const member = organization.members.nodes.find((each) => each.email === email)
    if (!member) throw new Error('The admin did not join')
    const here = admin.actingIn(owner.organizationId)
    return { owner, here, there: here.at(second.url.replace('localhost', '127.0.0.1')), memberId: member.id }
  }

  it('refuse an admin’s writes as soon as one of them has answered that they are no admin any more', async () => {
    const { owner, here, there, memberId } = await admitted()
    const write = `mutation ($name: String!) { createTrafficType(input: { name: $name }) { trafficType { id } } }`
    const change = (role: string) =>
      owner.ask(
        `mutation ($memberId: ID!, $role: MemberRole!) { changeMemberRole(input: { memberId: $memberId, role: $role }) { member { id } } }`,
        { memberId, role },
      )
    for (let round = 0; round < 10; round += 1) {
      const name = (word: string) => ({ name: `${word} ${round}` })
      await Promise.all([here.ask(write, name('here')), there.ask(write, name('there'))])
      const [underWay] = await Promise.all([there.send(write, name('under way')), change('SALES_REP')])
      if (underWay.errors) expect(underWay.errors[0]?.extensions.code).toBe('FORBIDDEN')
      for (const person of [there, here]) expect((await person.refused(write, name('late'))).extensions.code).toBe('FORBIDDEN')
      await change('ADMIN')
      // The second server remembers the rep until it hears of the change.
      let tries = 0
      await until('they are an admin there again', async () => !(await there.send(write, name(`again ${(tries += 1)}`))).errors)
    }
  }, 60_000)
})
