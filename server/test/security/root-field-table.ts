import { admins, answeredTo, everybody, members, membersOfRow, nobodyElse, owners, type RootField, signedIn } from './expected.ts'
import { everybodyBack, openInvitation, ownerAgain, spare, spareMember } from './put-back.ts'
import type { Tenant } from './tenant-rows.ts'

const page = { first: 3 }
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
    variables: (of) => input({ id: of.id('sessions') }),
  },
  revokeOtherSessions: { expected: signedIn, asks: 'account', key: null, variables: () => input({}) },
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
