import { admins, answeredTo, everybody, members, membersOfRow, type RootField, signedIn } from '../expected.ts'
import { twoLeadsAgain } from '../put-back.ts'
import { formNumber } from '../tenant-tables/table-seed.ts'
import { page, period, credit, call, twoLeads, mapping } from './variables.ts'

/** Questions: what each actor is answered. */
export const ruledQueries: Readonly<Record<string, RootField>> = {
  viewer: {
    expected: { ...everybody, anonymous: 'null' },
    // Credentials without a person that lead nowhere tell of nobody.
    also: { suspendedKey: 'null', suspendedPortal: 'null' },
    key: 'any',
  },
  whySignedOut: {
    expected: answeredTo(everybody, 'null'),
    // Whose credentials were good once are told what became of them.
    also: { endedSession: 'allowed', revokedKey: 'allowed', expiredKey: 'allowed', endedPortal: 'allowed', revokedPortal: 'allowed' },
    key: 'any',
    answersKeys: 'null',
  },
  sessions: { expected: signedIn, asks: 'account', key: null },
  metricDefinitions: { expected: everybody, key: 'any' },
  organization: { expected: members, key: 'any' },
  portalSettings: { expected: members, key: 'any' },
  plans: { expected: everybody, key: 'any' },
  imports: { expected: admins('allowed'), key: null, variables: () => page },
  apiKeys: { expected: admins('allowed'), key: null },
  invitations: { expected: admins('allowed'), key: null },

  closers: { expected: admins('allowed'), key: 'roster:read', variables: () => page },
  setters: { expected: admins('allowed'), key: 'roster:read', variables: () => page },
  sources: { expected: members, key: 'roster:read' },
  trafficTypes: { expected: members, key: 'roster:read' },
  callTypes: { expected: members, key: 'roster:read' },
  packages: { expected: members, key: 'packages:read', variables: () => ({ includeRetired: true }) },
  callOutcomes: { expected: members, key: 'forms:read', variables: () => ({ includeRetired: true }) },
  opportunityStatuses: { expected: members, key: 'forms:read', variables: () => ({ includeRetired: true }) },
  postCallFormDefinition: {
    expected: { ...members, rival: 'NOT_FOUND' },
    key: 'forms:read',
    variables: (of) => ({ version: formNumber(of) }),
  },
  postCallFormDefinitions: { expected: members, key: 'forms:read', variables: () => page },
  postCallFormUsage: { expected: admins('allowed'), key: 'forms:read' },
  // Told to whoever came by a link, and of their own visit alone.
  portalVisit: {
    expected: { ...members, rival: 'null', bystander: 'null', rep: 'null', admin: 'null', owner: 'null' },
    also: { portalCloser: 'allowed', portalSetter: 'allowed' },
    key: 'any',
    answersKeys: 'null',
  },
  portalLinks: { expected: admins('allowed'), key: null, variables: (of) => ({ closerId: of.id('closers'), setterId: of.id('setters') }) },

  connections: { expected: admins('allowed'), key: 'connections:read' },
  deliveries: {
    expected: admins('allowed'),
    key: 'connections:read',
    variables: (of) => ({ ...page, filter: { connectionIds: [of.id('connections')] } }),
  },
  delivery: { expected: admins('null'), key: 'connections:read', variables: (of) => ({ id: of.id('deliveries') }) },

  job: { expected: admins('null'), key: 'connections:read', variables: (of) => ({ id: of.id('runs') }) },

  auditLog: {
    expected: admins('allowed'),
    key: null,
    variables: () => ({ ...page, filter: { tables: ['closers'], operations: ['INSERT'] } }),
  },
  auditIntegrity: { expected: admins('allowed'), key: null },

  // A key needs the scope of what the fields are of.
  customFields: { expected: members, key: 'leads:read', variables: () => ({ subject: 'LEAD', includeRetired: true }) },
  leads: {
    expected: members,
    key: 'leads:read',
    variables: (of) => ({ ...page, filter: { sourceIds: [of.id('sources')], setterIds: [of.id('setters')] } }),
  },
  likelyDuplicateLeads: { expected: admins('allowed'), key: 'leads:read', variables: (of) => ({ first: 3, leadId: of.id('leads') }) },
  leadMergePreview: {
    expected: admins('null'),
    key: null,
    variables: (of) => twoLeads(of, 'survivorId', 'mergedId'),
    before: twoLeadsAgain,
  },
  lead: { expected: membersOfRow, key: 'leads:read', variables: (of) => ({ id: of.id('leads') }) },
  events: {
    expected: members,
    key: 'events:read',
    variables: (of) => ({ ...page, filter: { ...call(of), leadIds: [of.id('leads')] } }),
  },
  event: { expected: membersOfRow, key: 'events:read', variables: (of) => ({ id: of.id('events') }) },
  unresolvedSetterNames: { expected: admins('allowed'), key: 'roster:read' },
  unresolvedNames: { expected: admins('allowed'), key: 'roster:read', variables: () => ({ kind: 'TRAFFIC_TYPE' }) },
  likelyDuplicateEvents: { expected: admins('allowed'), key: 'events:read', variables: (of) => ({ first: 1, eventId: of.id('events') }) },
  mappingPreview: {
    expected: admins('null'),
    key: 'connections:read',
    variables: (of) => ({ connectionId: of.id('connections'), mapping }),
  },

  reminderSettings: { expected: admins('allowed'), key: null },
  closersWithFormsDue: { expected: admins('allowed'), key: null },

  payments: {
    expected: members,
    key: 'payments:read',
    variables: (of) => ({
      ...page,
      filter: { ...credit(of), eventIds: [of.id('events')], leadIds: [of.id('leads')], packageIds: [of.id('packages')] },
    }),
  },
  payment: { expected: membersOfRow, key: 'payments:read', variables: (of) => ({ id: of.id('payments') }) },
  paymentTotals: {
    expected: members,
    key: 'payments:read',
    variables: (of) => ({
      filter: { ...credit(of), eventIds: [of.id('events')], leadIds: [of.id('leads')], packageIds: [of.id('packages')] },
    }),
  },

  currenciesInUse: { expected: admins('allowed'), key: 'payments:read' },
  differingReports: { expected: admins('allowed'), key: 'payments:read', variables: () => ({ ...page, period }) },
  reconciliationTotals: { expected: admins('allowed'), key: 'payments:read', variables: () => ({ period }) },
  exchangeRates: { expected: admins('allowed'), key: null, variables: () => ({ ...page, filter: { currencies: ['EUR'] } }) },
  rate: { expected: admins('allowed'), key: null, variables: () => ({ base: 'EUR', quote: 'USD', day: '2026-10-01' }) },

  metrics: {
    expected: members,
    key: 'metrics:read',
    variables: (of) => ({ period, groupBy: ['CLOSER', 'SOURCE'], filter: call(of) }),
  },
  // A rep sees those who do what they do, with the portal settings as they are seeded.
  leaderboard: {
    expected: { ...members, bystander: 'FORBIDDEN' },
    also: { setter: 'FORBIDDEN', portalSetter: 'FORBIDDEN' },
    key: 'metrics:read',
    variables: () => ({ period, role: 'CLOSER', metric: 'NET_CASH' }),
  },
  statementLines: {
    expected: members,
    key: 'payments:read',
    variables: (of) => ({ ...page, period, closerId: of.id('closers'), setterId: of.id('setters') }),
  },
  creditDisputes: {
    expected: members,
    key: 'payments:read',
    variables: (of) => ({
      ...page,
      filter: { closerIds: [of.id('closers')], setterIds: [of.id('setters')], paymentIds: [of.id('payments')] },
    }),
  },
  goals: {
    expected: members,
    key: 'metrics:read',
    variables: (of) => ({ filter: { closerIds: [of.id('closers')], metrics: ['SHOWS'], period } }),
    instead: (of) => ({ filter: { setterIds: [of.id('setters')] } }),
  },
}
