import { describe, expect, it } from 'vitest'
import { type Actor, actorLabel, actorName, authorize, type Capability, type MemberRole, repIdsOf, scopes, sessionOf } from './actor.ts'

const capabilities: readonly Capability[] = [
  'organization:manage',
  'roster:write',
  'connections:write',
  'event:update',
  'pcfs:write',
  'forms:write',
  'packages:write',
  'payments:write',
]

const member = (role: MemberRole, change: { closerId?: string; setterId?: string } = {}): Actor => ({
  kind: 'user',
  organizationId: 'org',
  userId: 'user',
  name: 'Ada',
  role,
  closerId: change.closerId ?? null,
  setterId: change.setterId ?? null,
})
const key = (...granted: (typeof scopes)[number][]): Actor => ({
  kind: 'api_key',
  organizationId: 'org',
  keyId: 'key',
  name: 'Partner',
  scopes: granted,
})
const webhook: Actor = { kind: 'webhook', organizationId: 'org', connectionId: 'con', name: 'Main' }
const job: Actor = { kind: 'job', organizationId: 'org', name: 'attribution' }

/** What an actor may do. */
const allowed = (actor: Actor): Capability[] =>
  capabilities.filter((capability) => {
    try {
      authorize(actor, capability)
      return true
    } catch (error) {
      expect(error).toMatchObject({ code: 'FORBIDDEN' })
      return false
    }
  })

describe('what somebody may do', () => {
  it('is everything for owners and admins', () => {
    expect(allowed(member('owner'))).toEqual(capabilities)
    expect(allowed(member('admin'))).toEqual(capabilities)
  })

  it('is filing forms for a sales rep, and nothing else', () => {
    expect(allowed(member('sales_rep', { closerId: 'closer' }))).toEqual(['pcfs:write'])
  })

  it('is for an API key what its scopes say, word by word', () => {
    expect(allowed(key())).toEqual([])
    expect(allowed(key('payments:read', 'events:read', 'metrics:read', 'roster:read'))).toEqual([])
    expect(allowed(key('payments:write'))).toEqual(['payments:write'])
    expect(allowed(key('roster:write', 'pcfs:write'))).toEqual(['roster:write', 'pcfs:write'])
  })

  it('is never managing the organization or telling of bookings for an API key, whatever its scopes', () => {
    expect(allowed(key(...scopes))).toEqual([
      'roster:write',
      'connections:write',
      'pcfs:write',
      'forms:write',
      'packages:write',
      'payments:write',
    ])
  })

  it('says which scope or role was missing', () => {
    expect(() => authorize(key(), 'payments:write')).toThrow(expect.objectContaining({ details: { required: 'payments:write' } }) as Error)
    expect(() => authorize(key(...scopes), 'organization:manage')).toThrow(
      expect.objectContaining({ details: { required: 'admin' } }) as Error,
    )
    expect(() => authorize(member('sales_rep'), 'payments:write')).toThrow(
      expect.objectContaining({ details: { required: 'admin' } }) as Error,
    )
  })
})

describe('what somebody may see', () => {
  const scopeOf = (actor: Actor) => sessionOf(actor, { requestId: 'request' }).scope

  it('is the whole organization for all but sales reps', () => {
    for (const actor of [member('owner'), member('admin'), key('events:read'), webhook, job]) expect(scopeOf(actor)).toBe('organization')
    expect(scopeOf(member('sales_rep'))).toBe('own')
  })

  it('is for a sales rep what is theirs as closer or as setter, and nothing where they are neither', () => {
    expect(repIdsOf(member('sales_rep', { closerId: 'closer', setterId: 'setter' }))).toEqual(['closer', 'setter'])
    expect(repIdsOf(member('sales_rep', { setterId: 'setter' }))).toEqual(['setter'])
    expect(repIdsOf(member('sales_rep'))).toEqual([])
    expect(repIdsOf(key(...scopes))).toEqual([])
  })

  it('is told to the database with who acts and in which organization', () => {
    expect(sessionOf(member('sales_rep', { closerId: 'closer' }), { requestId: 'request', address: '192.0.2.1' })).toEqual({
      organizationId: 'org',
      userId: 'user',
      scope: 'own',
      repIds: ['closer'],
      actor: 'user:user',
      requestId: 'request',
      address: '192.0.2.1',
    })
    expect(sessionOf(job, { requestId: 'request' })).toMatchObject({ userId: null, actor: 'job:attribution' })
  })
})

describe('the name of who acts', () => {
  it('tells the kinds of actors apart', () => {
    expect([member('owner'), key(), webhook, job].map(actorLabel)).toEqual(['user:user', 'api_key:key', 'webhook:con', 'job:attribution'])
    expect([member('owner'), key(), webhook, job].map(actorName)).toEqual(['Ada', 'Partner', 'Main', 'Clinch'])
  })
})
