import { scopes, type Scope } from '../../src/kernel/actor.ts'
import type { Person } from '../person.ts'
import { type RunningApp, startApp } from '../running-app.ts'
import { seedCalls } from './seed-tenants.ts'
import { type Tenant, tenantNamed } from './tenant-rows.ts'

/** Two organizations on a running server, each with rows in every table, and everybody who may call. */
export interface World {
  app: RunningApp
  first: Tenant
  rival: Tenant
  /** Not signed in. */
  anonymous: Person
  /** Owner of the first organization. */
  owner: Person
  admin: Person
  /** A sales rep, linked to the first organization's first closer. */
  rep: Person
  /** A sales rep who is neither closer nor setter. */
  bystander: Person
  /** Admin of the rival organization, acting there. */
  rivalAdmin: Person
  /** The same, naming the first organization. */
  trespasser: Person
  /** API keys of the first organization. */
  keyWith(wanted: readonly Scope[]): Promise<Person>
  /** The token of an invitation to the first organization that is addressed to somebody else. */
  invitationOfSomebody: string
  close(): Promise<void>
}

export async function makeWorld(): Promise<World> {
  const app = await startApp()
  const [owner, rivalOwner] = [await app.organize('Northlight'), await app.organize('Rival')]
  const first = { ...tenantNamed('northlight'), organizationId: owner.organizationId }
  const rival = { ...tenantNamed('rival'), organizationId: rivalOwner.organizationId }
  for (const tenant of [first, rival]) await seedCalls(app.data.owner, tenant)
  const join = async (by: Person, email: string, input: object): Promise<Person> => {
    const token = await invite(by, email, input)
    const person = (await app.signUp('Some Body', email)).actingIn(by.organizationId)
    await person.ask(`mutation ($token: String!) { acceptInvitation(input: { token: $token }) { organizationId } }`, { token })
    return person
  }
  const rivalAdmin = await join(rivalOwner, 'admin@rival.example', { role: 'ADMIN' })
  const keys = new Map<string, Promise<Person>>()
  const world: World = {
    app,
    first,
    rival,
    anonymous: app.anonymous,
    owner,
    admin: await join(owner, 'admin@northlight.example', { role: 'ADMIN' }),
    rep: await join(owner, 'rep@northlight.example', { role: 'SALES_REP', closerId: first.id('closers') }),
    bystander: await join(owner, 'bystander@northlight.example', { role: 'SALES_REP' }),
    rivalAdmin,
    trespasser: rivalAdmin.actingIn(first.organizationId),
    invitationOfSomebody: await invite(owner, 'somebody@northlight.example', { role: 'ADMIN' }),
    keyWith(wanted) {
      const name = wanted.join(' ')
      const key = keys.get(name) ?? makeKey(app, owner, wanted)
      keys.set(name, key)
      return key
    },
    close: () => app.close(),
  }
  for (const scope of scopes) await Promise.all([world.keyWith([scope]), world.keyWith(allBut(scope))])
  await world.keyWith(scopes)
  // The first use of a key is noted in its row; noted as of now already, no call of the matrix changes it.
  await app.data.owner`update api_keys set last_used_at = now() + interval '1 day'`
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

async function makeKey(app: RunningApp, owner: Person, wanted: readonly Scope[]): Promise<Person> {
  const { createApiKey } = await owner.ask<{ createApiKey: { secret: string } }>(
    `mutation ($scopes: [ApiKeyScope!]!) { createApiKey(input: { name: "Key", scopes: $scopes }) { secret } }`,
    { scopes: wanted.map((scope) => scope.toUpperCase().replace(':', '_')) },
  )
  return app.withKey(createApiKey.secret)
}
