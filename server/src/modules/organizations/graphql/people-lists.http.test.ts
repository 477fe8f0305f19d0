import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '../../../../test/person.ts'
import { type RunningApp, startApp } from '../../../../test/running-app.ts'

let app: RunningApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

describe('the people of an organization', () => {
  /** Fills an organization by hand, since nobody signs up six hundred times; several join in the same millisecond. */
  const filled = async (count: number) => {
    const owner = await app.organize()
    await app.data.owner`
      insert into organization_members (organization_id, id, user_id, role, name, email, created_at)
      select ${owner.organizationId}, new_id(), new_id(), case when n % 10 = 0 then 'admin' else 'sales_rep' end, 'Member ' || n,
        'member' || n || '@many.example', now() + (n / 7) * interval '1 second'
      from generate_series(1, ${count}::int) n`
    await app.data.owner`
      insert into invitations (organization_id, id, email, role, token_hash, invited_by, created_at, expires_at, accepted_at, revoked_at)
      select ${owner.organizationId}, new_id(), 'invited' || n || '@many.example', 'admin', 'hash ' || n, 'Olive Owner', now() - (n / 7) * interval '1 second',
        now() + case when n % 4 = 0 then interval '-1 hour' else interval '1 hour' end, case when n % 4 = 1 then now() end, case when n % 4 = 2 then now() end
      from generate_series(1, ${count}::int) n`
    return owner
  }
  interface Pages {
    nodes: { email: string }[]
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null }
    totalCount: number
  }
  const page = 'nodes { email } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }'
  const membersPage = async (owner: Person, given: string, also = ''): Promise<Pages> =>
    (await owner.ask<{ organization: { members: Pages } }>(`{ organization { members${given} { ${page} ${also} } } }`)).organization.members
  const invitationsPage = async (owner: Person, given: string, also = ''): Promise<Pages> =>
    (await owner.ask<{ invitations: Pages }>(`{ invitations${given} { ${page} ${also} } }`)).invitations
  const all = async (read: (given: string) => Promise<Pages>): Promise<string[]> => {
    const emails: string[] = []
    let after = ''
    for (;;) {
      const { nodes, pageInfo } = await read(`(first: 200${after})`)
      emails.push(...nodes.map(({ email }) => email))
      if (!pageInfo.hasNextPage) return emails
      after = `, after: "${pageInfo.endCursor}"`
    }
  }

  it('are listed to the last, page by page, each once, however many there are', async () => {
    const owner = await filled(620)
    const members = await all((given) => membersPage(owner, given))
    expect(members).toHaveLength(621)
    expect(new Set(members).size).toBe(621)
    expect(members.slice(7, 14).toSorted()).toEqual([7, 8, 9, 10, 11, 12, 13].map((n) => `member${n}@many.example`).toSorted())
    const invitations = await all((given) => invitationsPage(owner, given))
    expect(new Set(invitations).size).toBe(620)
    expect(invitations.slice(0, 6).toSorted()).toEqual([1, 2, 3, 4, 5, 6].map((n) => `invited${n}@many.example`))
    expect((await membersPage(owner, '', 'totalCount')).totalCount).toBe(621)
    expect((await membersPage(owner, '')).nodes).toHaveLength(50)
    const end = await membersPage(owner, '(last: 3)')
    expect(end.nodes.map(({ email }) => email)).toEqual(members.slice(-3))
    expect((await membersPage(owner, `(last: 2, before: "${end.pageInfo.startCursor}")`)).nodes.map(({ email }) => email)).toEqual(
      members.slice(-5, -3),
    )
  })

  it('are found by name, address, role and state, and counted', async () => {
    const owner = await filled(40)
    const admins = await membersPage(owner, '(filter: { roles: [ADMIN], search: "MEMBER" })', 'totalCount')
    expect(admins.nodes.map(({ email }) => email)).toEqual([10, 20, 30, 40].map((n) => `member${n}@many.example`))
    expect(admins.totalCount).toBe(4)
    expect((await membersPage(owner, '(filter: { search: "member7@" })')).nodes).toEqual([{ email: 'member7@many.example' }])
    expect((await membersPage(owner, '(filter: { search: "%" })')).nodes).toEqual([])
    const counts = await Promise.all(
      ['OPEN', 'EXPIRED', 'ACCEPTED', 'REVOKED'].map(
        async (state) => (await invitationsPage(owner, `(filter: { states: [${state}] })`, 'totalCount')).totalCount,
      ),
    )
    expect(counts).toEqual([10, 10, 10, 10])
    expect((await invitationsPage(owner, '(filter: { search: "invited33@" })')).nodes).toEqual([{ email: 'invited33@many.example' }])
  })

  it('are asked for two hundred at a time at most, and with a cursor of their own list', async () => {
    const owner = await filled(3)
    for (const [given, path] of [
      ['(first: 201)', 'first'],
      ['(after: "nonsense")', 'after'],
    ] as const) {
      const { extensions } = await owner.refused(`{ organization { members${given} { nodes { id } } } }`)
      expect([given, extensions.code, extensions.fields?.[0]?.path]).toEqual([given, 'BAD_USER_INPUT', path])
    }
  })
})
