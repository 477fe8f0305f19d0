import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDatabase } from '../src/database/tenant-transaction.ts'
import type { Database } from '../src/database/tx.ts'
import { explainDatabaseError } from '../src/kernel/constraint-errors.ts'
import { ClinchError } from '../src/kernel/errors.ts'
import { makeTenantToken } from '../src/kernel/tenant-token.ts'
import { findOrCreateLead } from '../src/modules/leads/service/index.ts'
import { acceptInvitation } from '../src/modules/organizations/service/accept-invitation.ts'
import { invitationPrefix } from '../src/modules/organizations/service/store-invitation.ts'
import { importLeads } from '../src/modules/transfers/service/import-leads.ts'
import { freshDatabase, type TestDatabase } from './database.ts'
import { adminOf, as, makeOrganization } from './intake.ts'

const rounds = Number(process.env.RACE_ROUNDS ?? 200)
const crowd = 24

/** A database, and as many connections to it as there are people in the crowd. */
interface Arena {
  test: TestDatabase
  database: Database
}

/** `spoil` takes a guard away. */
async function open(spoil: (databaseName: string) => string = () => 'select'): Promise<Arena> {
  const test = await freshDatabase()
  await test.owner.unsafe(spoil(test.name))
  return { test, database: createDatabase({ url: test.url('app_user'), max: crowd, deadlineMs: 20_000, queueMs: 20_000 }) }
}
async function close({ test, database }: Arena): Promise<void> {
  await database.close()
  await test.close()
}

/** The rows are read through a function, and so a lock that is asked for locks none of them. */
const rowLocksTakenAway = (name: string) => `
  create schema guardless;
  grant usage on schema guardless to app_user;
  create function guardless.organizations_unlocked() returns setof public.organizations language sql stable as 'select * from public.organizations';
  create view guardless.organizations as select * from guardless.organizations_unlocked();
  create function guardless.invitations_unlocked() returns setof public.invitations language sql stable as 'select * from public.invitations';
  create view guardless.invitations with (security_invoker) as select * from guardless.invitations_unlocked();
  create function guardless.write_through() returns trigger language plpgsql as $$ begin
    update public.invitations set accepted_at = new.accepted_at where organization_id = new.organization_id and id = new.id;
    return new;
  end $$;
  create trigger write_through instead of update on guardless.invitations for each row execute function guardless.write_through();
  alter view guardless.organizations set (security_invoker);
  grant select, update on guardless.organizations, guardless.invitations to app_user;
  alter role app_user in database ${name} set search_path = guardless, public, pg_catalog`

/** The trial is looked up as ever, but not held. */
const planLockTakenAway = () => `
  create or replace function hold_organization(out state text, out read_only boolean) language plpgsql volatile security definer set search_path = pg_catalog as $$
  begin
    select o.state, o.plan = 'trial' and o.trial_ends_at <= clock_timestamp() into state, read_only
      from public.organizations o where o.id = current_setting('app.organization_id')::uuid;
    if not read_only then perform set_config('app.may_write', current_setting('app.organization_id'), true); end if;
  end $$`

let guarded: Arena
let withoutRowLocks: Arena
let withoutPlanLock: Arena
beforeAll(async () => {
  guarded = await open()
  withoutRowLocks = await open(rowLocksTakenAway)
  withoutPlanLock = await open(planLockTakenAway)
})
afterAll(async () => {
  for (const arena of [guarded, withoutRowLocks, withoutPlanLock]) await close(arena)
})

/** How many of several attempts came through, and with what codes the others were refused. */
async function outcomes(attempts: readonly Promise<unknown>[]): Promise<{ through: number; refused: Set<string> }> {
  const settled = await Promise.allSettled(attempts)
  const refused = new Set<string>()
  for (const each of settled) {
    if (each.status === 'fulfilled') continue
    const error = explainDatabaseError(each.reason)
    if (!(error instanceof ClinchError)) throw error
    refused.add(error.code)
  }
  return { through: settled.filter(({ status }) => status === 'fulfilled').length, refused }
}

const origin = { requestId: 'race' }

/** An organization with so many seats, an owner on one of them, and invitations to some addresses; if told so, all to be one closer. */
async function invited({ test }: Arena, seats: number, emails: readonly string[], { closers = 0 }: { closers?: 0 | 1 } = {}) {
  const organizationId = await makeOrganization(test)
  await test.owner`update organizations set plan = 'starter', trial_ends_at = null, extra_seats = ${seats - 1} where id = ${organizationId}`
  await test.owner`insert into organization_members (organization_id, id, user_id, role, name, email)
    values (${organizationId}, ${uuidv7()}, ${uuidv7()}, 'owner', 'Olive', 'olive@northlight.example')`
  const invitations = emails.map((email) => ({ email, token: makeTenantToken(invitationPrefix, organizationId) }))
  const [closer] = await test.owner<{ id: string }[]>`
    insert into closers (organization_id, id, name) select ${organizationId}, gen_random_uuid(), 'Cleo' from generate_series(1, ${closers}::int) returning id`
  await test.owner`insert into invitations ${test.owner(
    invitations.map(({ email, token }) => ({
      organization_id: organizationId,
      id: uuidv7(),
      email,
      role: 'admin',
      closer_id: closer?.id ?? null,
      token_hash: token.hash,
      invited_by: 'Olive',
      expires_at: new Date(Date.now() + 3_600_000),
    })),
  )}`
  return { organizationId, invitations: invitations.map(({ email, token }) => ({ email, token: token.text })) }
}

const accept = ({ database }: Arena, email: string, token: string) =>
  acceptInvitation({
    account: { userId: uuidv7(), name: 'Mia', email, emailVerified: true, twoFactorEnabled: false, sessionId: uuidv7(), isOperator: false },
    input: { token },
    database,
    origin,
  })

const membersOf = async ({ test }: Arena, organizationId: string): Promise<number> => {
  const [row] = await test.owner<
    { n: number }[]
  >`select count(*)::int as n from organization_members where organization_id = ${organizationId}`
  return row?.n ?? 0
}

describe('the last seat, wanted by twenty-four people at once', () => {
  const race = async (arena: Arena) => {
    const emails = Array.from({ length: crowd }, (_, number) => `p${number}@people.example`)
    const { organizationId, invitations } = await invited(arena, 2, emails)
    const { through, refused } = await outcomes(invitations.map(({ email, token }) => accept(arena, email, token)))
    return { through, refused: [...refused], members: await membersOf(arena, organizationId) }
  }

  it('is taken by one of them, and refused to the others for what it is', async () => {
    for (let round = 0; round < rounds; round += 1) expect(await race(guarded)).toEqual({ through: 1, refused: ['PLAN_LIMIT'], members: 2 })
  }, 300_000)

  it('would be taken more than once, were the organization’s row not locked for counting', async () => {
    let most = 0
    for (let round = 0; round < 20 && most <= 2; round += 1) most = Math.max(most, (await race(withoutRowLocks)).members)
    expect(most).toBeGreaterThan(2)
  }, 60_000)
})

describe('one invitation, used by many at once', () => {
  const race = async (arena: Arena) => {
    const { organizationId, invitations } = await invited(arena, 100, ['one@people.example'])
    const [only] = invitations
    if (!only) throw new Error('There is no invitation')
    const { through, refused } = await outcomes(Array.from({ length: 8 }, () => accept(arena, only.email, only.token)))
    return { through, refused: [...refused], members: await membersOf(arena, organizationId) }
  }

  it('lets one of them in, and is not valid any more for the others', async () => {
    for (let round = 0; round < rounds; round += 1) expect(await race(guarded)).toEqual({ through: 1, refused: ['NOT_FOUND'], members: 2 })
  }, 300_000)

  it('would let in more, were its row not locked', async () => {
    let most = 0
    for (let round = 0; round < 20 && most <= 2; round += 1) most = Math.max(most, (await race(withoutRowLocks)).members)
    expect(most).toBeGreaterThan(2)
  }, 60_000)
})

describe('one closer, to be whom eight people are invited', () => {
  const race = async (arena: Arena) => {
    const emails = Array.from({ length: 8 }, (_, number) => `p${number}@people.example`)
    const { organizationId, invitations } = await invited(arena, 100, emails, { closers: 1 })
    const { through, refused } = await outcomes(invitations.map(({ email, token }) => accept(arena, email, token)))
    const [closer] = await arena.test.owner<{ linked: boolean }[]>`
      select c.user_id = m.user_id as linked from closers c, organization_members m
      where c.organization_id = ${organizationId} and m.organization_id = c.organization_id and m.role <> 'owner'`
    return { through, refused: [...refused], members: await membersOf(arena, organizationId), linked: closer?.linked }
  }
  const one = { through: 1, refused: ['CONFLICT'], members: 2, linked: true }

  it('becomes one of them, and lets none of the others in', async () => {
    for (let round = 0; round < rounds / 10; round += 1) expect(await race(guarded)).toEqual(one)
  }, 300_000)

  it('would even if nobody waited for the organization’s row', async () => {
    for (let round = 0; round < rounds / 10; round += 1) expect(await race(withoutRowLocks)).toEqual(one)
  }, 300_000)
})

describe('the last import of a month, wanted several times at once', () => {
  const race = async (arena: Arena) => {
    const organizationId = await makeOrganization(arena.test)
    const actor = adminOf(organizationId)
    await arena.test.owner`
      insert into imports (organization_id, id, kind, file_name, row_count, created_count, known_count, imported_by)
      select ${organizationId}, gen_random_uuid(), 'leads', 'before.csv', 0, 0, 0, 'Ada' from generate_series(1, 99)`
    const once = (number: number) =>
      as(arena.database, actor, (tx) =>
        importLeads({ actor, input: { fileName: `${number}.csv`, rows: [{ name: 'Lea', email: `lea${number}@example.com` }] }, tx }),
      )
    const { through, refused } = await outcomes(Array.from({ length: 8 }, (_, number) => once(number)))
    const [row] = await arena.test.owner<{ imports: number; leads: number }[]>`
      select (select count(*)::int from imports where organization_id = ${organizationId}) as imports,
        (select count(*)::int from leads where organization_id = ${organizationId}) as leads`
    return { through, refused: [...refused], ...row }
  }

  it('is made once, and of the others nothing stays', async () => {
    for (let round = 0; round < rounds; round += 1)
      expect(await race(guarded)).toEqual({ through: 1, refused: ['PLAN_LIMIT'], imports: 100, leads: 1 })
  }, 300_000)

  it('would be made more than once, were the organization’s row not locked for counting', async () => {
    let most = 0
    for (let round = 0; round < 20 && most <= 100; round += 1) most = Math.max(most, (await race(withoutRowLocks)).imports ?? 0)
    expect(most).toBeGreaterThan(100)
  }, 60_000)
})

describe('a trial that ends while leads are written', () => {
  const writers = 8

  /** How many leads were committed after the end of the trial was, by writers that go on until they are refused. */
  const race = async (arena: Arena) => {
    const organizationId = await makeOrganization(arena.test)
    const actor = adminOf(organizationId)
    const leads = async () => {
      const [row] = await arena.test.owner<{ n: number }[]>`select count(*)::int as n from leads where organization_id = ${organizationId}`
      return row?.n ?? 0
    }
    let written = 0
    let enough: () => void = () => undefined
    const underWay = new Promise<void>((resolve) => {
      enough = resolve
    })
    const write = async (): Promise<never> => {
      for (;;) {
        await as(arena.database, actor, async (tx) => {
          for (let lead = 0; lead < 3; lead += 1)
            await findOrCreateLead(tx, { name: 'Lea', email: `${uuidv7()}@example.com`, phone: null, timeZone: null })
        })
        written += 1
        if (written === writers) enough()
      }
    }
    const writing = outcomes(Array.from({ length: writers }, write))
    await underWay
    await arena.test.owner`update organizations set trial_ends_at = now() - interval '1 minute' where id = ${organizationId}`
    const atTheEnd = await leads()
    const { refused } = await writing
    return { refused: [...refused], late: (await leads()) - atTheEnd }
  }

  it('lets nothing be committed once its end is', async () => {
    for (let round = 0; round < rounds; round += 1) expect(await race(guarded)).toEqual({ refused: ['TRIAL_EXPIRED'], late: 0 })
  }, 300_000)

  it('would let in what was under way, were the plan not held by who writes', async () => {
    let late = 0
    for (let round = 0; round < 40 && late === 0; round += 1) late += (await race(withoutPlanLock)).late
    expect(late).toBeGreaterThan(0)
  }, 60_000)
})
