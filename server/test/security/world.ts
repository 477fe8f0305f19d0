import { scopes, type Scope } from '../../src/kernel/actor.ts'
import type { Person } from '../person.ts'
import { type RunningApp, startApp } from '../running-app.ts'
import type { Actor } from './expected.ts'
import { actInstead, enterPortal, expireKey, noteUseAhead, makeKey, revokeKey } from './credentials.ts'
import { seedCalls } from './seed-tenants.ts'
import { type Tenant, tenantNamed } from './tenant-rows.ts'

/** Two organizations on a running server, each with rows in every table, and everybody who may call. */
export interface World {
  app: RunningApp
  first: Tenant
  rival: Tenant
  people: Readonly<Record<Actor, Person>>
  /** API keys of the first organization. */
  keyWith(wanted: readonly Scope[]): Promise<Person>
  /** The token of an invitation to the first organization that is addressed to somebody else. */
  invitationOfSomebody: string
  close(): Promise<void>
}

export async function makeWorld(): Promise<World> {
  const app = await startApp()
  const { owner: database } = app.data
  const [owner, rivalOwner, suspendedOwner] = [
    await app.organize('Northlight'),
    await app.organize('Rival'),
    await app.organize('Suspended'),
  ]
  await database`update organizations set plan = 'enterprise', trial_ends_at = null, extra_seats = 100`
  const first = { ...tenantNamed('northlight'), organizationId: owner.organizationId }
  const rival = { ...tenantNamed('rival'), organizationId: rivalOwner.organizationId }
  const suspended = { ...tenantNamed('suspended'), organizationId: suspendedOwner.organizationId }
  for (const tenant of [first, rival, suspended]) await seedCalls(database, tenant)
  const join = async (by: Person, email: string, input: object): Promise<Person> => {
    const token = await invite(by, email, input)
    const person = (await app.signUp('Some Body', email)).actingIn(by.organizationId)
    await person.ask(`mutation ($token: String!) { acceptInvitation(input: { token: $token }) { organizationId } }`, { token })
    return person
  }
  const operator = async (name: string) => {
    const person = await app.signUp('Op Erator', `${name}@clinch.example`)
    await database`insert into user_roles (user_id, role) select id, 'super_admin' from auth.users where email = ${`${name}@clinch.example`}`
    return person
  }
  const rivalAdmin = await join(rivalOwner, 'admin@rival.example', { role: 'ADMIN' })
  const [idle, acting, elsewhere] = [await operator('idle'), await operator('acting'), await operator('elsewhere')]
  await actInstead(database, 'acting@clinch.example', first)
  await actInstead(database, 'elsewhere@clinch.example', rival)
  await actInstead(database, 'idle@clinch.example', first, 'ended')
  await actInstead(database, 'idle@clinch.example', first, 'expired')
  const keys = new Map<string, Promise<Person>>()
  const people: Record<Actor, Person> = {
    anonymous: app.anonymous,
    owner,
    admin: await join(owner, 'admin@northlight.example', { role: 'ADMIN' }),
    rep: await join(owner, 'rep@northlight.example', { role: 'SALES_REP', closerId: first.id('closers') }),
    bystander: await join(owner, 'bystander@northlight.example', { role: 'SALES_REP' }),
    setter: await join(owner, 'setter@northlight.example', { role: 'SALES_REP', setterId: first.id('setters') }),
    rival: rivalAdmin,
    trespasser: rivalAdmin.actingIn(first.organizationId),
    endedSession: await join(owner, 'gone@northlight.example', { role: 'ADMIN' }),
    revokedKey: await revokeKey(app, owner, scopes),
    expiredKey: await expireKey(app, owner, scopes),
    portalCloser: await enterPortal(app, first, 'closers'),
    portalSetter: await enterPortal(app, first, 'setters'),
    endedPortal: await enterPortal(app, first, 'closers', 'ended'),
    revokedPortal: await enterPortal(app, first, 'closers', 'revoked'),
    suspendedOwner,
    suspendedKey: (await makeKey(app, suspendedOwner, scopes)).person,
    suspendedPortal: await enterPortal(app, suspended, 'closers'),
    operator: idle.actingIn(first.organizationId),
    operatorActing: acting.actingIn(first.organizationId),
    operatorElsewhere: elsewhere.actingIn(rival.organizationId),
    operatorAstray: elsewhere.actingIn(first.organizationId),
  }
  const world: World = {
    app,
    first,
    rival,
    people,
    invitationOfSomebody: await invite(owner, 'somebody@northlight.example', { role: 'ADMIN' }),
    keyWith(wanted) {
      const name = wanted.join(' ')
      const key = keys.get(name) ?? makeKey(app, owner, wanted).then(({ person }) => person)
      keys.set(name, key)
      return key
    },
    close: () => app.close(),
  }
  for (const scope of scopes) await Promise.all([world.keyWith([scope]), world.keyWith(allBut(scope))])
  await world.keyWith(scopes)
  await database`delete from auth.sessions where user_id = (select id from auth.users where email = 'gone@northlight.example')`
  await database`update organizations set state = 'suspended' where id = ${suspended.organizationId}`
  await noteUseAhead(database)
  // Signing somebody up makes the server forget whom it recognised a moment ago.
  await app.signUp('Last', 'last@clinch.example')
  return world
}

export const allBut = (scope: Scope): Scope[] => scopes.filter((each) => each !== scope)

async function invite(by: Person, email: string, input: object): Promise<string> {
  const { inviteMember } = await by.ask<{ inviteMember: { url: string } }>(
    `mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { url } }`,
    { input: { email, ...input } },
  )
  return new URL(inviteMember.url).searchParams.get('token') ?? ''
}
