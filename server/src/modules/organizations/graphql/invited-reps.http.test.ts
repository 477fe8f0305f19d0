import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { GraphqlProblem, Person } from '../../../../test/person.ts'
import { addToRoster } from '../../../../test/portal.ts'
import { type RunningApp, startApp } from '../../../../test/running-app.ts'

let app: RunningApp
let owner: Person
beforeAll(async () => {
  app = await startApp()
  owner = await app.organize()
})
afterAll(() => app.close())

const inviting = `mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { url invitation { id } } }`
const resending = `mutation ($id: ID!) { resendInvitation(input: { id: $id }) { url } }`
const accepting = `mutation ($token: String!) { acceptInvitation(input: { token: $token }) { organizationId } }`

let people = 0

/** Invites a new address to be somebody of the roster. */
const invite = async (place: object) => {
  const email = `rep${(people += 1)}@people.example`
  const { inviteMember } = await owner.ask<{ inviteMember: { url: string; invitation: { id: string } } }>(inviting, {
    input: { email, role: 'SALES_REP', ...place },
  })
  return { email, id: inviteMember.invitation.id, token: new URL(inviteMember.url).searchParams.get('token') }
}
const invited = async (place: object) => {
  const { token, email } = await invite(place)
  return { token, person: (await app.signUp('Rita Rep', email)).actingIn(owner.organizationId) }
}
const refusedInvitation = (place: object): Promise<GraphqlProblem> =>
  owner.refused(inviting, { input: { email: 'late@people.example', role: 'SALES_REP', ...place } })
const whoIs = async (person: Person, field: string) =>
  (await person.ask<{ viewer: Record<string, string | null> }>(`{ viewer { ${field} } }`)).viewer[field]

describe.each([
  { kind: 'Closer', field: 'closerId', table: 'closers' },
  { kind: 'Setter', field: 'setterId', table: 'setters' },
] as const)('an invitation to be a $kind', ({ kind, field, table }) => {
  const accountOf = async (id: string) =>
    (await app.data.owner<{ user_id: string | null }[]>`select user_id from ${app.data.owner(table)} where id = ${id}`)[0]?.user_id
  const membersAndOpen = async () =>
    (
      await app.data.owner`select (select count(*)::int from organization_members) as members,
        (select count(*)::int from invitations where accepted_at is null) as open`
    )[0]
  const leave = (id: string) =>
    owner.ask(`mutation ($id: ID!) { update${kind}(input: { id: $id, active: false }) { ${kind.toLowerCase()} { id } } }`, { id })

  it('leaves whoever they are by now as who they are, and lets nobody in', async () => {
    const id = await addToRoster(owner, kind, `Taken ${kind}`)
    const [first, second] = [await invited({ [field]: id }), await invited({ [field]: id })]
    await first.person.ask(accepting, { token: first.token })
    const account = await accountOf(id)
    const before = await membersAndOpen()
    expect(await second.person.refused(accepting, { token: second.token })).toMatchObject({
      message: expect.stringContaining('has an account by now') as string,
      extensions: { code: 'CONFLICT' },
    })
    expect(await membersAndOpen()).toEqual(before)
    expect(await accountOf(id)).toBe(account)
    expect(await whoIs(first.person, field)).toBe(id)
  })

  it('is not made, nor sent again, for one who has an account', async () => {
    const id = await addToRoster(owner, kind, `Known ${kind}`)
    const [first, second] = [await invited({ [field]: id }), await invite({ [field]: id })]
    await first.person.ask(accepting, { token: first.token })
    const problem = { message: `Known ${kind} has an account already.`, extensions: { code: 'CONFLICT', fields: [{ path: field }] } }
    expect(await refusedInvitation({ [field]: id })).toMatchObject(problem)
    expect(await owner.refused(resending, { id: second.id })).toMatchObject(problem)
  })

  it('lets nobody in as one who left the roster', async () => {
    const id = await addToRoster(owner, kind, `Gone ${kind}`)
    const { person, token } = await invited({ [field]: id })
    const open = await invite({ [field]: id })
    await leave(id)
    const before = await membersAndOpen()
    expect((await person.refused(accepting, { token })).extensions.code).toBe('CONFLICT')
    expect(await membersAndOpen()).toEqual(before)
    expect(await accountOf(id)).toBeNull()
    const problem = { message: `Gone ${kind} left the roster. Put them back on it first.`, extensions: { code: 'CONFLICT' } }
    expect(await refusedInvitation({ [field]: id })).toMatchObject(problem)
    expect(await owner.refused(resending, { id: open.id })).toMatchObject(problem)
  })
})
