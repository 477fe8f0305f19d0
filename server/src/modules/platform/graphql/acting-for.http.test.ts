import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeOperator } from '../../../../test/operator.ts'
import type { Person } from '../../../../test/person.ts'
import { type RunningApp, startApp } from '../../../../test/running-app.ts'

let app: RunningApp
let operator: Person & { userId: string }
let owner: Person
beforeAll(async () => {
  app = await startApp()
  operator = await makeOperator(app)
})
beforeEach(async () => {
  owner = await app.organize()
})
afterAll(() => app.close())

const actFor = (organizationId: string, minutes = 60) =>
  operator.ask(`mutation ($input: ActForOrganizationInput!) { actForOrganization(input: $input) { organization { actingUntil } } }`, {
    input: { organizationId, minutes, reason: 'Their form fails; ticket 4711.' },
  })
const stop = (organizationId: string) =>
  operator.ask(`mutation ($id: ID!) { stopActing(input: { organizationId: $id }) { organization { actingUntil } } }`, {
    id: organizationId,
  })
const createCloser = `mutation { createCloser(input: { name: "Cleo", email: "cleo@northlight.example" }) { closer { id } } }`
const auditOf = (organizationId: string, table: string) => app.data.owner<
  { actor: string; address: string; after: Record<string, unknown> }[]
>`
  select actor, address, after from audit_log where organization_id = ${organizationId} and table_name = ${table} order by at, id`

describe('an operator who acts for an organization', () => {
  it('is kept out before, sees and changes what an admin may, and is named in the tenant’s own log', async () => {
    const { organizationId } = owner
    const inside = operator.actingIn(organizationId)
    expect((await inside.refused('{ organization { name } }')).extensions.code).toBe('FORBIDDEN')
    await actFor(organizationId)
    const { viewer, organization } = await inside.ask<{
      viewer: { kind: string; role: string | null; permissions: string[] }
      organization: { name: string }
    }>('{ viewer { kind role permissions } organization { name } }')
    expect(organization.name).toBe('Northlight')
    expect(viewer).toMatchObject({ kind: 'OPERATOR', role: null })
    expect(viewer.permissions).toEqual(expect.arrayContaining(['OPERATE_PLATFORM', 'MANAGE_ORGANIZATION', 'READ_ALL_ROWS']))
    expect(viewer.permissions).not.toContain('OWN_ORGANIZATION')
    await inside.ask('{ events { nodes { id } } payments { nodes { id } } connections { id } apiKeys { id } }')
    await inside.ask(createCloser)
    const [session] = await auditOf(organizationId, 'operator_sessions')
    expect(session).toMatchObject({
      actor: `operator:${operator.userId}`,
      after: { reason: 'Their form fails; ticket 4711.', operator_name: 'Op Erator' },
    })
    const [closer] = await auditOf(organizationId, 'closers')
    expect(closer).toMatchObject({ actor: `operator:${operator.userId}`, address: '127.0.0.1' })
  })

  it('is refused what is the owner’s alone', async () => {
    const { organizationId } = owner
    await actFor(organizationId)
    const inside = operator.actingIn(organizationId)
    const { organization } = await owner.ask<{ organization: { members: { nodes: { id: string }[] } } }>(
      '{ organization { members { nodes { id } } } }',
    )
    for (const [mutation, variables] of [
      [`mutation ($id: ID!) { transferOwnership(input: { memberId: $id }) { __typename } }`, { id: organization.members.nodes[0]?.id }],
      [`mutation { requestOrganizationDeletion(input: { confirmName: "Northlight" }) { __typename } }`, {}],
    ] as const)
      expect([mutation, (await inside.refused(mutation, variables)).extensions.code]).toEqual([mutation, 'FORBIDDEN'])
    const [row] = await app.data.owner`select state from organizations where id = ${organizationId}`
    expect(row).toEqual({ state: 'active' })
  })

  it('is kept out again from the moment that they stop, and there is nothing to stop then', async () => {
    const { organizationId } = owner
    await actFor(organizationId)
    const inside = operator.actingIn(organizationId)
    await inside.ask('{ organization { name } }')
    await stop(organizationId)
    for (const document of ['{ organization { name } }', createCloser]) {
      expect((await inside.refused(document)).extensions.code).toBe('FORBIDDEN')
    }
    const again = await operator.refused(`mutation ($id: ID!) { stopActing(input: { organizationId: $id }) { organization { id } } }`, {
      id: organizationId,
    })
    expect(again.extensions.code).toBe('NOT_FOUND')
    const acts = await app.data.owner<
      { act: string }[]
    >`select act from operator_acts where concerned_organization_id = ${organizationId} order by id`
    expect(acts.map(({ act }) => act)).toEqual(['act_for', 'stop_acting'])
  })

  it('is kept out once their time is over', async () => {
    const { organizationId } = owner
    await actFor(organizationId, 1)
    const inside = operator.actingIn(organizationId)
    await inside.ask('{ organization { name } }')
    await app.data.owner`update operator_sessions set expires_at = now() - interval '1 second' where organization_id = ${organizationId}`
    // A write asks the database again, whatever this process remembers of the caller.
    expect((await inside.refused(createCloser)).extensions.code).toBe('FORBIDDEN')
    expect((await inside.refused('{ organization { name } }')).extensions.code).toBe('FORBIDDEN')
  })

  it('acts in no other organization, and nobody else acts by their session', async () => {
    const other = await app.organize('Rival')
    await actFor(owner.organizationId)
    const colleague = await makeOperator(app)
    for (const person of [operator.actingIn(other.organizationId), colleague.actingIn(owner.organizationId)]) {
      expect((await person.refused('{ organization { name } }')).extensions.code).toBe('FORBIDDEN')
    }
  })

  it('may look into an organization that is suspended', async () => {
    const { organizationId } = owner
    await operator.ask(
      `mutation ($id: ID!) { suspendOrganization(input: { organizationId: $id, reason: "Unpaid." }) { organization { id } } }`,
      {
        id: organizationId,
      },
    )
    await actFor(organizationId)
    await operator.actingIn(organizationId).ask('{ organization { name state } }')
  })

  it('says why anew each time: a second session ends the first', async () => {
    const { organizationId } = owner
    await actFor(organizationId)
    await actFor(organizationId, 5)
    const open = await app.data.owner`select 1 from operator_sessions where organization_id = ${organizationId} and ended_at is null`
    expect(open).toHaveLength(1)
  })
})
