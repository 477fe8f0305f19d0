import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeOperator } from '../../../../test/operator.ts'
import type { Person } from '../../../../test/person.ts'
import { type RunningApp, startApp } from '../../../../test/running-app.ts'
import { seedCalls } from '../../../../test/security/seed-tenants.ts'
import { tenantNamed } from '../../../../test/security/tenant-rows.ts'

let app: RunningApp
let operator: Person & { userId: string }
let busy: Person
let empty: Person

beforeAll(async () => {
  app = await startApp()
  operator = await makeOperator(app)
  busy = await app.organize('Busy')
  await seedCalls(app.data.owner, { ...tenantNamed('busy'), organizationId: busy.organizationId })
  empty = await app.organize('Empty')
})
afterAll(() => app.close())

interface Node {
  id: string
  name: string
}
interface List {
  nodes: Node[]
  edges: { cursor: string }[]
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string | null }
  totalCount: number
}
const list = async (given: string): Promise<List> => {
  const { platformOrganizations } = await operator.ask<{ platformOrganizations: List }>(
    `{ platformOrganizations(${given}) { nodes { id name } edges { cursor } pageInfo { hasNextPage hasPreviousPage endCursor } totalCount } }`,
  )
  return platformOrganizations
}
const names = async (given: string) => (await list(given)).nodes.map(({ name }) => name)

describe('the organizations of the console', () => {
  it('show what each has done, used and met, counted in its own rows alone', async () => {
    const ask = async (id: string) => {
      const { platformOrganization } = await operator.ask<{ platformOrganization: Record<string, unknown> }>(
        `query ($id: ID!) { platformOrganization(id: $id) { name plan state readOnly ownerEmail events payments forms health lastActiveAt actingUntil
          activation { connectedAt firstEventAt firstFormAt firstPaymentAt } deliveries { deliveries refused failed parked held }
          usage { seatsUsed seats importsUsed imports sessionsAtOnce } } }`,
        { id },
      )
      return platformOrganization
    }
    const told = await ask(busy.organizationId)
    const [counted] = await app.data.owner<{ members: number; imports: number }[]>`
      select (select count(*)::int from organization_members where organization_id = ${busy.organizationId}) as members,
        (select count(*)::int from imports where organization_id = ${busy.organizationId}) as imports`
    expect(told).toMatchObject({
      name: 'Busy',
      plan: 'ENTERPRISE',
      state: 'ACTIVE',
      readOnly: false,
      ownerEmail: 'owner1@busy.example',
      events: 3,
      payments: 3,
      forms: 2,
      health: 'GOOD',
      actingUntil: null,
      deliveries: { deliveries: 1, refused: 0, failed: 0, parked: 0, held: 0 },
      usage: { seatsUsed: counted?.members, seats: 10, importsUsed: counted?.imports, imports: null, sessionsAtOnce: null },
    })
    for (const step of Object.values(told.activation as Record<string, string>)) expect(Date.parse(step)).not.toBeNaN()
    expect(await ask(empty.organizationId)).toMatchObject({
      events: 0,
      payments: 0,
      forms: 0,
      health: 'NOT_CONNECTED',
      activation: { connectedAt: null, firstEventAt: null, firstFormAt: null, firstPaymentAt: null },
    })
  })

  it('are told as failing when a delivery is parked', async () => {
    await app.data.owner`update deliveries set state = 'parked', error = 'no' where organization_id = ${busy.organizationId}`
    const { platformOrganizations } = await operator.ask<{ platformOrganizations: { nodes: { health: string }[] } }>(
      `{ platformOrganizations(search: "Busy") { nodes { health } } }`,
    )
    expect(platformOrganizations.nodes).toEqual([{ health: 'FAILING' }])
  })

  it('are found by name, id and member’s address, each letter taken literally, and by state and plan', async () => {
    expect(await names('search: "bus"')).toEqual(['Busy'])
    expect(await names(`search: "${empty.organizationId}"`)).toEqual(['Empty'])
    expect(await names('search: "owner2@empty"')).toEqual(['Empty'])
    expect(await names('search: "%"')).toEqual([])
    expect(await names('search: "b_sy"')).toEqual([])
    expect(await names('state: SUSPENDED')).toEqual([])
    expect(await names('state: ACTIVE, plan: TRIAL')).toEqual([])
    expect(await names('state: ACTIVE, plan: ENTERPRISE')).toEqual(['Empty', 'Busy'])
  })

  it('come in pages that lose nothing and repeat nothing, the newest first, also while others are made', async () => {
    for (let each = 0; each < 4; each += 1) await app.organize(`Page${each}`)
    const seen: string[] = []
    let page = await list('first: 2')
    expect(page.totalCount).toBe(6)
    expect(page.pageInfo.hasPreviousPage).toBe(false)
    seen.push(...page.nodes.map(({ name }) => name))
    await app.organize('Later')
    while (page.pageInfo.hasNextPage) {
      page = await list(`first: 2, after: "${page.pageInfo.endCursor ?? ''}"`)
      seen.push(...page.nodes.map(({ name }) => name))
    }
    expect(seen).toEqual(['Page3', 'Page2', 'Page1', 'Page0', 'Empty', 'Busy'])
    expect(page.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true })
  })

  it.each(['first: 0', 'first: 201', 'after: "no cursor"', 'after: "WyJubyBpZCJd"'])('refuse %s in words', async (given) => {
    const { extensions } = await operator.refused(`{ platformOrganizations(${given}) { nodes { id } } }`)
    expect(extensions.code).toBe('BAD_USER_INPUT')
  })

  it('are none for an id that nobody has, or that is none', async () => {
    for (const id of ['0197a000-0000-7000-8000-00000000ffff', 'no id']) {
      const { platformOrganization } = await operator.ask<{ platformOrganization: null }>(`{ platformOrganization(id: "${id}") { id } }`)
      expect(platformOrganization).toBeNull()
    }
  })
})

describe('the users of the console', () => {
  it('are found by name and address, with where they belong, and without anything that opens a door', async () => {
    const { platformUsers } = await operator.ask<{ platformUsers: { nodes: object[]; totalCount: number } }>(
      `{ platformUsers(search: "owner1@busy") { nodes { name email isOperator memberships { organizationName role } } totalCount } }`,
    )
    expect(platformUsers).toEqual({
      nodes: [
        {
          name: 'Olive Owner',
          email: 'owner1@busy.example',
          isOperator: false,
          memberships: [{ organizationName: 'Busy', role: 'OWNER' }],
        },
      ],
      totalCount: 1,
    })
    const { platformUsers: operators } = await operator.ask<{ platformUsers: { nodes: object[] } }>(
      `{ platformUsers(search: "op erator") { nodes { isOperator } } }`,
    )
    expect(operators.nodes).toEqual([{ isOperator: true }])
  })
})

describe('the acts of the console', () => {
  it('are those of every operator, the newest first, or of one organization', async () => {
    const act = (by: Person, name: string, organizationId: string) =>
      by.ask(`mutation ($id: ID!) { ${name}(input: { organizationId: $id, reason: "Asked." }) { organization { id } } }`, {
        id: organizationId,
      })
    await act(operator, 'suspendOrganization', empty.organizationId)
    await act(await makeOperator(app), 'reopenOrganization', empty.organizationId)
    await act(operator, 'deleteOrganization', busy.organizationId)
    const ask = async (given: string) => {
      const { platformActs } = await operator.ask<{ platformActs: { nodes: { act: string }[]; totalCount: number } }>(
        `{ platformActs${given} { nodes { act operatorName subject reason address requestId organizationId } totalCount } }`,
      )
      return platformActs
    }
    expect((await ask('(first: 3)')).nodes.map(({ act }) => act)).toEqual(['DELETE', 'REOPEN', 'SUSPEND'])
    const ofEmpty = await ask(`(organizationId: "${empty.organizationId}")`)
    expect(ofEmpty.totalCount).toBe(2)
    expect(ofEmpty.nodes[1]).toMatchObject({
      act: 'SUSPEND',
      operatorName: 'Op Erator',
      subject: 'Empty',
      reason: 'Asked.',
      address: '127.0.0.1',
    })
    const wrong = await operator.refused(`{ platformActs(organizationId: "no id") { nodes { id } } }`)
    expect(wrong.extensions.code).toBe('BAD_USER_INPUT')
  })
})
