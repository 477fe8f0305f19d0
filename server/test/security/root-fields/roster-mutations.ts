import { admins, members, type RootField } from '../expected.ts'
import { copyAgain, twoCallsAgain } from '../put-back.ts'
import { input, twoCalls } from './variables.ts'

/** What is changed of a roster, its calls and its connections: what each actor is answered. */
export const callMutations: Readonly<Record<string, RootField>> = {
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
  // It is of a provider that Clinch does not call.
  checkConnection: { expected: admins('NOT_FOUND'), key: 'connections:write', variables: (of) => input({ id: of.id('connections') }) },
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
}
