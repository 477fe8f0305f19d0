import type { Scope } from '../../src/kernel/actor.ts'
import type { Tenant } from './tenant-rows.ts'

/** What becomes of a call: it is answered, with something or with null, or refused with a code. */
export type Expected = 'allowed' | 'null' | 'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOT_FOUND'

export const roles = ['anonymous', 'trespasser', 'rival', 'bystander', 'rep', 'admin', 'owner'] as const
export type Role = (typeof roles)[number]

/** Who may call a root field, and with what. */
export interface RootField {
  /** What each member of the first organization is answered about its rows, and each outsider. */
  expected: Readonly<Record<Role, Expected>>
  /** The scope with which an API key may call it; `any` for every key, null for none. */
  key: Scope | 'any' | null
  /** Arguments that name rows of a tenant, every id filled in; `unique` differs from call to call. */
  variables?: (of: Tenant, unique: string) => Record<string, unknown>
}

const outsiders = { anonymous: 'UNAUTHENTICATED', trespasser: 'FORBIDDEN' } as const
const insiders = { bystander: 'allowed', rep: 'allowed', admin: 'allowed', owner: 'allowed' } as const

const everybody = { anonymous: 'allowed', trespasser: 'allowed', rival: 'allowed', ...insiders } as const
/** Any member, of rows that all members see. */
const members = { ...outsiders, rival: 'allowed', ...insiders } as const
/** Any member, of one row, which is the rep's and not the bystander's. */
const membersOfRow = { ...members, rival: 'null', bystander: 'null' } as const
/** Owners and admins; `rival` is what another organization's admin is answered who names rows of the first. */
const admins = (rival: Expected) =>
  ({ ...outsiders, rival, bystander: 'FORBIDDEN', rep: 'FORBIDDEN', admin: 'allowed', owner: 'allowed' }) as const

const page = { first: 3 }
const period = { from: '2026-10-01', to: '2026-10-31' }
const credit = (of: Tenant) => ({
  closerIds: [of.id('closers')],
  setterIds: [of.id('setters')],
  sourceIds: [of.id('sources')],
})
const call = (of: Tenant) => ({ ...credit(of), trafficTypeIds: [of.id('traffic_types')], callTypeIds: [of.id('call_types')] })
const input = (fields: Record<string, unknown>) => ({ input: fields })

/** Every root field. One that is missing here fails the matrix. */
export const rootFields: Readonly<Record<string, RootField>> = {
  viewer: { expected: { ...everybody, anonymous: 'null' }, key: 'any' },
  metricDefinitions: { expected: everybody, key: 'any' },
  organization: { expected: members, key: 'any' },
  apiKeys: { expected: admins('allowed'), key: null },
  invitations: { expected: admins('allowed'), key: null },

  closers: { expected: admins('allowed'), key: 'roster:read', variables: () => page },
  setters: { expected: admins('allowed'), key: 'roster:read', variables: () => page },
  sources: { expected: members, key: 'roster:read' },
  trafficTypes: { expected: members, key: 'roster:read' },
  callTypes: { expected: members, key: 'roster:read' },

  connections: { expected: admins('allowed'), key: 'connections:read' },
  deliveries: {
    expected: admins('allowed'),
    key: 'connections:read',
    variables: (of) => ({ ...page, filter: { connectionIds: [of.id('connections')] } }),
  },
  delivery: { expected: admins('null'), key: 'connections:read', variables: (of) => ({ id: of.id('deliveries') }) },

  leads: { expected: members, key: 'leads:read', variables: () => page },
  lead: { expected: membersOfRow, key: 'leads:read', variables: (of) => ({ id: of.id('leads') }) },
  events: {
    expected: members,
    key: 'events:read',
    variables: (of) => ({ ...page, filter: { ...call(of), leadIds: [of.id('leads')] } }),
  },
  event: { expected: membersOfRow, key: 'events:read', variables: (of) => ({ id: of.id('events') }) },
  unresolvedSetterNames: { expected: admins('allowed'), key: 'roster:read' },

  payments: {
    expected: members,
    key: 'payments:read',
    variables: (of) => ({ ...page, filter: { ...credit(of), eventIds: [of.id('events')] } }),
  },
  payment: { expected: membersOfRow, key: 'payments:read', variables: (of) => ({ id: of.id('payments') }) },
  paymentTotals: {
    expected: members,
    key: 'payments:read',
    variables: (of) => ({ filter: { ...credit(of), eventIds: [of.id('events')] } }),
  },

  metrics: {
    expected: members,
    key: 'metrics:read',
    variables: (of) => ({ period, groupBy: ['CLOSER', 'SOURCE'], filter: call(of) }),
  },
  leaderboard: {
    expected: admins('allowed'),
    key: 'metrics:read',
    variables: () => ({ period, role: 'CLOSER', metric: 'NET_CASH' }),
  },

  createOrganization: {
    expected: { ...everybody, anonymous: 'UNAUTHENTICATED' },
    key: null,
    variables: (_of, unique) => input({ name: unique, timeZone: 'Europe/Berlin', currency: 'EUR' }),
  },
  updateOrganization: { expected: admins('allowed'), key: null, variables: (_of, unique) => input({ name: unique, reportMatchDays: 4 }) },
  createApiKey: { expected: admins('allowed'), key: null, variables: (_of, unique) => input({ name: unique, scopes: ['EVENTS_READ'] }) },
  revokeApiKey: { expected: admins('NOT_FOUND'), key: null, variables: (of) => input({ id: of.id('api_keys') }) },
  inviteMember: {
    expected: admins('NOT_FOUND'),
    key: null,
    variables: (of, unique) =>
      input({ email: `${unique}@new.example`, role: 'SALES_REP', closerId: of.id('closers', 2), setterId: of.id('setters') }),
  },
  revokeInvitation: { expected: admins('NOT_FOUND'), key: null, variables: (of) => input({ id: of.id('invitations') }) },
  acceptInvitation: {
    // The token is somebody else's: whoever is signed in is told nothing of it.
    expected: {
      anonymous: 'UNAUTHENTICATED',
      trespasser: 'NOT_FOUND',
      rival: 'NOT_FOUND',
      bystander: 'NOT_FOUND',
      rep: 'NOT_FOUND',
      admin: 'NOT_FOUND',
      owner: 'NOT_FOUND',
    },
    key: null,
  },

  createCloser: {
    expected: admins('allowed'),
    key: 'roster:write',
    variables: (_of, unique) => input({ name: unique, email: `${unique}@c.example` }),
  },
  updateCloser: {
    expected: admins('NOT_FOUND'),
    key: 'roster:write',
    variables: (of, unique) => input({ id: of.id('closers', 2), name: unique }),
  },
  createSetter: {
    expected: admins('allowed'),
    key: 'roster:write',
    variables: (_of, unique) => input({ name: unique, aliases: [`${unique} alias`] }),
  },
  updateSetter: {
    expected: admins('NOT_FOUND'),
    key: 'roster:write',
    variables: (of, unique) => input({ id: of.id('setters'), name: unique }),
  },
  createSource: {
    expected: admins('NOT_FOUND'),
    key: 'roster:write',
    variables: (of, unique) => input({ name: unique, trafficTypeId: of.id('traffic_types') }),
  },
  updateSource: {
    expected: admins('NOT_FOUND'),
    key: 'roster:write',
    variables: (of, unique) => input({ id: of.id('sources'), name: unique, trafficTypeId: of.id('traffic_types') }),
  },
  createTrafficType: { expected: admins('allowed'), key: 'roster:write', variables: (_of, unique) => input({ name: unique }) },
  resolveSetterName: {
    expected: admins('NOT_FOUND'),
    key: 'roster:write',
    variables: (of, unique) => input({ name: unique, setterId: of.id('setters') }),
  },

  createConnection: {
    expected: admins('allowed'),
    key: 'connections:write',
    variables: (_of, unique) => input({ provider: 'STRIPE', name: unique, webhookSecret: 'whsec_a_secret_of_the_matrix' }),
  },
  updateConnection: {
    expected: admins('NOT_FOUND'),
    key: 'connections:write',
    variables: (of, unique) => input({ id: of.id('connections'), name: unique }),
  },
  rotateConnectionSecret: {
    expected: admins('NOT_FOUND'),
    key: 'connections:write',
    variables: (of) => input({ id: of.id('connections'), field: 'WEBHOOK_SECRET', secret: 'whsec_a_secret_of_the_matrix' }),
  },
  replayDelivery: { expected: admins('NOT_FOUND'), key: 'connections:write', variables: (of) => input({ id: of.id('deliveries') }) },

  submitPostCallForm: {
    expected: { ...members, rival: 'NOT_FOUND', bystander: 'NOT_FOUND' },
    key: 'pcfs:write',
    variables: (of, unique) => input({ eventId: of.id('events', 2), callOccurred: true, leadShowed: true, notes: unique }),
  },
  attributePayment: {
    expected: admins('NOT_FOUND'),
    key: 'payments:write',
    variables: (of, unique) =>
      input({
        paymentId: of.id('payments', 6),
        eventId: of.id('events'),
        closerId: of.id('closers'),
        setterId: of.id('setters'),
        reason: unique,
      }),
  },
  unlockAttribution: {
    expected: admins('NOT_FOUND'),
    key: 'payments:write',
    variables: (of) => input({ paymentId: of.id('payments', 6) }),
  },
}

/** Fields of objects that ask for more than their object does. The root field by which they are reached, with its arguments, is allowed. */
export const guardedFields: Readonly<
  Record<
    string,
    {
      document: string
      expected: RootField['expected'] | null
      key: Scope | null
      through: Scope | null
      variables: (of: Tenant) => object
    }
  >
> = {
  'Organization.members': {
    document: '{ organization { members { id name email role } } }',
    expected: admins('allowed'),
    key: null,
    through: null,
    variables: () => ({}),
  },
  'Event.lead': {
    document: 'query ($id: ID!) { event(id: $id) { lead { id fullName email } } }',
    expected: null,
    key: 'leads:read',
    through: 'events:read',
    variables: (of) => ({ id: of.id('events') }),
  },
  'Event.payments': {
    document: 'query ($id: ID!) { event(id: $id) { payments { id amount { amount } } } }',
    expected: null,
    key: 'payments:read',
    through: 'events:read',
    variables: (of) => ({ id: of.id('events') }),
  },
  'Payment.lead': {
    document: 'query ($id: ID!) { payment(id: $id) { lead { id fullName email } } }',
    expected: null,
    key: 'leads:read',
    through: 'payments:read',
    variables: (of) => ({ id: of.id('payments') }),
  },
  'Payment.event': {
    document: 'query ($id: ID!) { payment(id: $id) { event { id joinUrl } } }',
    expected: null,
    key: 'events:read',
    through: 'payments:read',
    variables: (of) => ({ id: of.id('payments') }),
  },
}
