import { createHash } from 'node:crypto'
import { passwordOfAll } from '../person.ts'
import { admins, answeredTo, everybody, members, membersOfRow, nobodyElse, owners, type RootField, signedIn } from './expected.ts'
import {
  copyAgain,
  creditedByHand,
  deletedPayment,
  enteredPayment,
  everybodyBack,
  keptApartAgain,
  mergedAgain,
  openInvitation,
  openReport,
  ownerAgain,
  refundTakenBack,
  rejectedReport,
  spare,
  spareAddresses,
  spareMember,
  twoCallsAgain,
  twoLeadsAgain,
} from './put-back.ts'
import type { Tenant } from './tenant-rows.ts'

const page = { first: 3 }
const cent = { amount: '0.01', currency: 'EUR' }
const period = { from: '2026-10-01', to: '2026-10-31' }
const credit = (of: Tenant) => ({
  closerIds: [of.id('closers')],
  setterIds: [of.id('setters')],
  sourceIds: [of.id('sources')],
})
const call = (of: Tenant) => ({ ...credit(of), trafficTypeIds: [of.id('traffic_types')], callTypeIds: [of.id('call_types')] })
const input = (fields: Record<string, unknown>) => ({ input: fields })

/** Operators alone, whichever organization they act in. */
const forOperators = { expected: nobodyElse, asks: 'operator', key: null } as const
const inThirtyDays = new Date(Date.now() + 30 * 86_400_000).toISOString()
const onSpare = { ...forOperators, before: spare } as const

const twoLeads = (of: Tenant, one: string, other: string) => ({ [one]: of.id('leads'), [other]: of.id('leads', 5) })

const twoCalls = (of: Tenant, one: string, other: string) => ({ [one]: of.id('events'), [other]: of.id('events', 20) })
const mapping = { setterFrom: [{ utm: 'CONTENT' }], sourceFrom: [{ question: 'Where from?' }], trafficTypeFrom: [] }

const onMember = (of: Tenant) => ({ memberId: of.id('organization_members') })
/** Every root field. One that is missing here fails the matrix. */
export const rootFields: Readonly<Record<string, RootField>> = {
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
  plans: { expected: everybody, key: 'any' },
  imports: { expected: admins('allowed'), key: null, variables: () => page },
  apiKeys: { expected: admins('allowed'), key: null },
  invitations: { expected: admins('allowed'), key: null },

  closers: { expected: admins('allowed'), key: 'roster:read', variables: () => page },
  setters: { expected: admins('allowed'), key: 'roster:read', variables: () => page },
  sources: { expected: members, key: 'roster:read' },
  trafficTypes: { expected: members, key: 'roster:read' },
  callTypes: { expected: members, key: 'roster:read' },
  portalLinks: { expected: admins('allowed'), key: null, variables: (of) => ({ closerId: of.id('closers'), setterId: of.id('setters') }) },

  connections: { expected: admins('allowed'), key: 'connections:read' },
  deliveries: {
    expected: admins('allowed'),
    key: 'connections:read',
    variables: (of) => ({ ...page, filter: { connectionIds: [of.id('connections')] } }),
  },
  delivery: { expected: admins('null'), key: 'connections:read', variables: (of) => ({ id: of.id('deliveries') }) },

  auditLog: {
    expected: admins('allowed'),
    key: null,
    variables: () => ({ ...page, filter: { tables: ['closers'], operations: ['INSERT'] } }),
  },
  auditIntegrity: { expected: admins('allowed'), key: null },

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
  likelyDuplicateEvents: { expected: admins('allowed'), key: 'events:read', variables: (of) => ({ first: 3, eventId: of.id('events') }) },
  mappingPreview: {
    expected: admins('null'),
    key: 'connections:read',
    variables: (of) => ({ connectionId: of.id('connections'), mapping }),
  },

  payments: {
    expected: members,
    key: 'payments:read',
    variables: (of) => ({ ...page, filter: { ...credit(of), eventIds: [of.id('events')], leadIds: [of.id('leads')] } }),
  },
  payment: { expected: membersOfRow, key: 'payments:read', variables: (of) => ({ id: of.id('payments') }) },
  paymentTotals: {
    expected: members,
    key: 'payments:read',
    variables: (of) => ({ filter: { ...credit(of), eventIds: [of.id('events')], leadIds: [of.id('leads')] } }),
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
  leaderboard: {
    expected: admins('allowed'),
    key: 'metrics:read',
    variables: () => ({ period, role: 'CLOSER', metric: 'NET_CASH' }),
  },

  createOrganization: {
    expected: signedIn,
    asks: 'account',
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
  resendInvitation: {
    expected: admins('NOT_FOUND'),
    key: null,
    variables: (of) => input({ id: of.id('invitations') }),
    before: openInvitation,
  },
  changeMemberRole: {
    expected: admins('NOT_FOUND'),
    key: null,
    variables: (of) => input({ ...onMember(of), role: 'SALES_REP' }),
    before: spareMember,
  },
  removeMember: { expected: admins('NOT_FOUND'), key: null, variables: (of) => input(onMember(of)), before: spareMember },
  leaveOrganization: {
    expected: { ...members, owner: 'CONFLICT' },
    // Nobody but a member can leave.
    also: { operatorActing: 'FORBIDDEN', operatorElsewhere: 'FORBIDDEN', portalCloser: 'FORBIDDEN', portalSetter: 'FORBIDDEN' },
    key: null,
    variables: () => input({}),
    before: everybodyBack,
  },
  transferOwnership: { expected: owners, key: null, variables: (of) => input(onMember(of)), before: ownerAgain },
  // Asked with another name than the organization’s, which its owner alone is told.
  requestOrganizationDeletion: {
    expected: { ...owners, owner: 'BAD_USER_INPUT' },
    key: null,
    variables: () => input({ confirmName: 'Some other organization' }),
  },
  // Nobody asked for its deletion.
  keepOrganization: {
    expected: {
      anonymous: 'UNAUTHENTICATED',
      trespasser: 'NOT_FOUND',
      rival: 'NOT_FOUND',
      bystander: 'NOT_FOUND',
      rep: 'NOT_FOUND',
      admin: 'NOT_FOUND',
      owner: 'NOT_FOUND',
    },
    asks: 'account',
    key: null,
    variables: (of) => input({ organizationId: of.organizationId }),
  },
  createLead: {
    expected: admins('allowed'),
    key: null,
    variables: (_of, unique) => input({ name: unique, email: `${unique}@made.example` }),
  },
  updateLead: { expected: admins('NOT_FOUND'), key: null, variables: (of, unique) => input({ id: of.id('leads'), name: unique }) },
  addLeadEmail: {
    expected: admins('NOT_FOUND'),
    key: null,
    variables: (of, unique) => input({ leadId: of.id('leads'), email: `${unique}@added.example` }),
  },
  removeLeadEmail: {
    expected: admins('NOT_FOUND'),
    key: null,
    variables: (of) => input({ leadId: of.id('leads'), email: 'spare@lead.example' }),
    before: spareAddresses,
  },
  addLeadPhone: { expected: admins('NOT_FOUND'), key: null, variables: (of) => input({ leadId: of.id('leads'), phone: '+12025550188' }) },
  removeLeadPhone: {
    expected: admins('NOT_FOUND'),
    key: null,
    variables: (of) => input({ leadId: of.id('leads'), phone: '+12025550199' }),
    before: spareAddresses,
  },
  mergeLeads: {
    expected: admins('NOT_FOUND'),
    key: null,
    variables: (of) => input(twoLeads(of, 'survivorId', 'mergedId')),
    before: twoLeadsAgain,
  },
  undoLeadMerge: {
    expected: admins('NOT_FOUND'),
    key: null,
    variables: (of) => input({ mergeId: of.id('lead_merges') }),
    before: mergedAgain,
  },
  keepLeadsApart: {
    expected: admins('NOT_FOUND'),
    key: null,
    variables: (of) => input(twoLeads(of, 'oneId', 'otherId')),
    before: twoLeadsAgain,
  },
  undoKeepLeadsApart: {
    expected: admins('NOT_FOUND'),
    key: null,
    variables: (of) => input(twoLeads(of, 'oneId', 'otherId')),
    before: keptApartAgain,
  },
  importLeads: {
    expected: admins('allowed'),
    key: null,
    variables: (_of, unique) => input({ fileName: 'leads.csv', rows: [{ name: unique, email: `${unique}@lead.example` }] }),
  },
  revokeInvitation: { expected: admins('NOT_FOUND'), key: null, variables: (of) => input({ id: of.id('invitations') }) },
  // A session that is nobody's; each ends but their own.
  revokeSession: {
    expected: { ...answeredTo(signedIn, 'NOT_FOUND'), anonymous: 'UNAUTHENTICATED' },
    asks: 'account',
    key: null,
    variables: (of) => input({ id: of.id('sessions'), password: passwordOfAll }),
  },
  revokeOtherSessions: { expected: signedIn, asks: 'account', key: null, variables: () => input({ password: passwordOfAll }) },
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
    asks: 'account',
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
  createPortalLink: {
    expected: admins('NOT_FOUND'),
    key: null,
    variables: (of) => input({ closerId: of.id('closers') }),
    instead: (of) => input({ setterId: of.id('setters') }),
  },
  revokePortalLink: { expected: admins('NOT_FOUND'), key: null, variables: (of) => input({ id: of.id('portal_links') }) },
  replacePortalLink: {
    expected: admins('NOT_FOUND'),
    key: null,
    variables: (of) => input({ id: of.id('portal_links') }),
    before: (of) => [`update portal_links set revoked_at = null where id = '${of.id('portal_links')}'`],
  },
  createTrafficType: { expected: admins('allowed'), key: 'roster:write', variables: (_of, unique) => input({ name: unique }) },
  resolveSetterName: {
    expected: admins('NOT_FOUND'),
    key: 'roster:write',
    variables: (of, unique) => input({ name: unique, setterId: of.id('setters') }),
  },
  resolveName: {
    expected: admins('NOT_FOUND'),
    key: 'roster:write',
    variables: (of, unique) => input({ kind: 'SOURCE', name: unique, id: of.id('sources') }),
  },

  assignEvents: {
    expected: admins('NOT_FOUND'),
    key: null,
    variables: (of) => input({ eventIds: [of.id('events')], closerId: of.id('closers'), setterId: of.id('setters') }),
  },
  releaseAssignment: {
    expected: admins('NOT_FOUND'),
    key: null,
    variables: (of) => input({ eventIds: [of.id('events', 5)], roles: ['CLOSER'] }),
  },
  mergeDuplicate: {
    expected: admins('NOT_FOUND'),
    key: null,
    variables: (of) => input(twoCalls(of, 'keptId', 'copyId')),
    before: twoCallsAgain,
  },
  unmergeDuplicate: {
    expected: admins('NOT_FOUND'),
    key: null,
    variables: (of) => input({ copyId: of.id('events', 20) }),
    before: copyAgain,
  },
  keepEventsApart: {
    expected: admins('NOT_FOUND'),
    key: null,
    variables: (of) => input(twoCalls(of, 'oneId', 'otherId')),
    before: twoCallsAgain,
  },
  undoKeepEventsApart: {
    expected: admins('NOT_FOUND'),
    key: null,
    variables: (of) => input(twoCalls(of, 'oneId', 'otherId')),
    before: twoCallsAgain,
  },
  reapplyMapping: {
    expected: admins('NOT_FOUND'),
    key: 'connections:write',
    variables: (of) => input({ connectionId: of.id('connections') }),
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
  replayDeliveries: {
    expected: admins('NOT_FOUND'),
    key: 'connections:write',
    variables: (of) => input({ ids: [of.id('deliveries')], filter: { connectionIds: [of.id('connections')] } }),
  },

  submitPostCallForm: {
    expected: { ...members, rival: 'NOT_FOUND', bystander: 'NOT_FOUND' },
    key: 'pcfs:write',
    variables: (of, unique) => input({ eventId: of.id('events', 2), callOccurred: true, leadShowed: true, notes: unique }),
  },
  recordPayment: {
    expected: admins('NOT_FOUND'),
    key: 'payments:write',
    variables: (of, unique) =>
      input({ amount: cent, method: 'WIRE', paidOn: '2026-10-01', leadId: of.id('leads'), eventId: of.id('events'), customerName: unique }),
  },
  updateRecordedPayment: {
    expected: admins('NOT_FOUND'),
    key: 'payments:write',
    variables: (of, unique) =>
      input({ paymentId: of.id('payments', 20), leadId: of.id('leads'), eventId: of.id('events'), customerName: unique, note: unique }),
    before: enteredPayment,
  },
  recordRefund: {
    expected: admins('NOT_FOUND'),
    key: 'payments:write',
    variables: (of, unique) => input({ paymentId: of.id('payments', 20), amount: cent, refundedOn: '2026-10-02', reason: unique }),
    before: enteredPayment,
  },
  takeBackRefund: {
    // Entries of refunds are kept for ever, so the one that is named was taken back before.
    expected: { ...admins('NOT_FOUND'), admin: 'CONFLICT', owner: 'CONFLICT' },
    key: 'payments:write',
    answersKeys: 'CONFLICT',
    variables: (of, unique) => input({ refundId: of.id('payment_refunds', 20), reason: unique }),
    before: refundTakenBack,
  },
  deletePayments: {
    expected: admins('NOT_FOUND'),
    key: 'payments:write',
    variables: (of, unique) => input({ ids: [of.id('payments', 20)], reason: unique }),
    before: enteredPayment,
  },
  restorePayments: {
    expected: admins('NOT_FOUND'),
    key: 'payments:write',
    variables: (of) => input({ ids: [of.id('payments', 20)] }),
    before: deletedPayment,
  },
  restoreDeletion: {
    expected: admins('NOT_FOUND'),
    key: 'payments:write',
    variables: (of) => input({ deletionId: of.id('payment_deletions') }),
    before: deletedPayment,
  },
  matchReport: {
    expected: admins('NOT_FOUND'),
    key: 'payments:write',
    variables: (of, unique) => input({ reportId: of.id('payments', 21), paymentId: of.id('payments', 20), reason: unique }),
    before: openReport,
  },
  keepReportApart: {
    expected: admins('NOT_FOUND'),
    key: 'payments:write',
    variables: (of, unique) => input({ reportId: of.id('payments', 21), reason: unique }),
    before: openReport,
  },
  confirmReport: {
    expected: admins('NOT_FOUND'),
    key: 'payments:write',
    variables: (of, unique) => input({ reportId: of.id('payments', 21), method: 'CHECK', reason: unique }),
    before: openReport,
  },
  rejectReport: {
    expected: admins('NOT_FOUND'),
    key: 'payments:write',
    variables: (of, unique) => input({ reportId: of.id('payments', 21), reason: unique }),
    before: openReport,
  },
  reopenReport: {
    expected: admins('NOT_FOUND'),
    key: 'payments:write',
    variables: (of, unique) => input({ reportId: of.id('payments', 21), reason: unique }),
    before: rejectedReport,
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
    // A split excludes one closer and one setter alone.
    instead: (of) =>
      input({
        paymentId: of.id('payments', 6),
        closers: [
          { closerId: of.id('closers'), percent: 60 },
          { closerId: of.id('closers', 2), percent: 40 },
        ],
        setters: [
          { setterId: of.id('setters'), percent: 60 },
          { setterId: of.id('setters', 2), percent: 40 },
        ],
      }),
  },
  undoAttribution: {
    expected: admins('NOT_FOUND'),
    key: 'payments:write',
    variables: (of) => input({ paymentId: of.id('payments', 6), decisionId: of.id('attribution_decisions', 6) }),
    before: creditedByHand,
  },
  previewAttribution: {
    expected: admins('allowed'),
    key: 'payments:write',
    variables: (of) => input({ period, filter: { closerIds: [of.id('closers')], setterIds: [of.id('setters')] } }),
  },
  // Of days without payments, whose preview is always the same.
  rerunAttribution: {
    expected: admins('NOT_FOUND'),
    key: 'payments:write',
    variables: (of) =>
      input({
        period: { from: '2001-01-01', to: '2001-01-02' },
        filter: { closerIds: [of.id('closers')], setterIds: [of.id('setters')] },
        fingerprint: createHash('sha256').update('["2001-01-01","2001-01-02",[]]').digest('hex'),
      }),
  },
  unlockAttribution: {
    expected: admins('NOT_FOUND'),
    key: 'payments:write',
    variables: (of) => input({ paymentId: of.id('payments', 6) }),
  },

  setExchangeRate: {
    expected: admins('allowed'),
    key: null,
    variables: () => input({ day: '2026-11-18', base: 'GBP', quote: 'USD', rate: '1.25' }),
  },
  removeExchangeRate: {
    expected: admins('NOT_FOUND'),
    key: null,
    variables: (of) => input({ id: of.id('exchange_rates') }),
    before: (of) => [
      `insert into exchange_rates (organization_id, id, day, base, quote, rate, origin, set_by, set_by_name)
         values ('${of.organizationId}', '${of.id('exchange_rates')}', '2026-10-01', 'EUR', 'USD', 1.1, 'manual', 'user:x', 'Ada') on conflict do nothing`,
    ],
  },
  importRates: {
    expected: admins('allowed'),
    key: null,
    variables: () => input({ fileName: 'eurofxref.csv', content: 'Date, USD, \n18 November 2026, 1.0842, \n' }),
  },
  platformRates: forOperators,
  importReferenceRates: {
    ...forOperators,
    variables: () => input({ fileName: 'eurofxref.csv', content: 'Date, USD, \n18 November 2026, 1.0842, \n', reason: 'asked' }),
  },

  platformOrganizations: { ...forOperators, variables: (of) => ({ ...page, search: of.organizationId }) },
  platformOrganization: { ...forOperators, variables: (of) => ({ id: of.organizationId }) },
  platformUsers: { ...forOperators, variables: (_of, unique) => ({ ...page, search: unique }) },
  platformVault: forOperators,
  platformActs: { ...forOperators, variables: (of) => ({ ...page, organizationId: of.organizationId }) },
  setOrganizationPlan: {
    ...onSpare,
    variables: (of) => input({ organizationId: of.id('spare'), plan: 'ENTERPRISE', extraSeats: 2, reason: 'asked' }),
  },
  extendTrial: { ...onSpare, variables: (of) => input({ organizationId: of.id('spare'), until: inThirtyDays, reason: 'asked' }) },
  suspendOrganization: { ...onSpare, variables: (of) => input({ organizationId: of.id('spare'), reason: 'asked' }) },
  reopenOrganization: {
    ...onSpare,
    variables: (of) => input({ organizationId: of.id('spare'), reason: 'asked' }),
    before: (of) => [...spare(of), `update organizations set state = 'suspended', state_reason = 'unpaid' where id = '${of.id('spare')}'`],
  },
  deleteOrganization: { ...onSpare, variables: (of) => input({ organizationId: of.id('spare'), reason: 'asked' }) },
  restoreOrganization: {
    ...onSpare,
    variables: (of) => input({ organizationId: of.id('spare'), reason: 'asked' }),
    before: (of) => [
      ...spare(of),
      `update organizations set state = 'deleting', delete_after = now() + interval '1 day' where id = '${of.id('spare')}'`,
    ],
  },
  actForOrganization: { ...onSpare, variables: (of) => input({ organizationId: of.id('spare'), reason: 'asked', minutes: 5 }) },
  stopActing: {
    ...onSpare,
    variables: (of) => input({ organizationId: of.id('spare') }),
    before: (of) => [
      ...spare(of),
      `insert into operator_sessions (organization_id, id, user_id, operator_name, reason, expires_at)
         select '${of.id('spare')}', gen_random_uuid(), user_id, 'Op Erator', 'asked', now() + interval '1 hour' from user_roles`,
    ],
  },
  createOrganizationFor: {
    ...forOperators,
    variables: (_of, unique) =>
      input({ name: unique, timeZone: 'Europe/Berlin', currency: 'EUR', ownerEmail: `${unique}@new.example`, reason: 'asked' }),
  },
  deleteUser: {
    ...forOperators,
    variables: (of) => input({ userId: of.id('spare_users'), reason: 'asked' }),
    before: (of) => [
      `insert into auth.users (id, name, email) values ('${of.id('spare_users')}', 'Spare', '${of.id('spare_users')}@spare.example') on conflict do nothing`,
    ],
  },
}
