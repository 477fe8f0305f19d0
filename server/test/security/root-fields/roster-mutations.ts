import { admins, members, type RootField } from '../expected.ts'
import { copyAgain, goalAgain, keyless, readyToSync, syncUnderWay, twoCallsAgain } from '../put-back.ts'
import { onlyFirst } from './list-mutations.ts'
import { input, period, twoCalls } from './variables.ts'

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
  setGoal: {
    expected: admins('NOT_FOUND'),
    key: 'roster:write',
    variables: (of) => input({ closerId: of.id('closers'), metric: 'CLOSES', span: 'MONTH', from: '2026-10-05', count: 8 }),
    instead: (of) => input({ setterId: of.id('setters'), metric: 'SHOW_RATE', span: 'WEEK', from: '2026-10-05', rate: 0.8 }),
  },
  removeGoal: { expected: admins('NOT_FOUND'), key: 'roster:write', variables: (of) => input({ id: of.id('goals') }), before: goalAgain },
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
  setEventCustomFields: { expected: admins('NOT_FOUND'), key: null, variables: (of) => input({ id: of.id('events'), values: [] }) },
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

  startSync: {
    expected: admins('NOT_FOUND'),
    key: 'connections:write',
    variables: (of) => input({ connectionId: of.id('connections'), period }),
    before: readyToSync,
  },
  resumeSync: {
    expected: admins('NOT_FOUND'),
    key: 'connections:write',
    variables: (of) => input({ id: of.id('runs') }),
    before: readyToSync,
  },
  cancelSync: {
    expected: admins('NOT_FOUND'),
    key: 'connections:write',
    variables: (of) => input({ id: of.id('runs') }),
    before: syncUnderWay,
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
  checkConnection: {
    expected: admins('NOT_FOUND'),
    key: 'connections:write',
    variables: (of) => input({ id: of.id('connections') }),
    before: keyless,
  },
  // Of another provider than those at which Clinch registers webhooks: who may is told that it is made by hand.
  registerWebhook: {
    expected: { ...admins('NOT_FOUND'), admin: 'CONFLICT', owner: 'CONFLICT' },
    key: 'connections:write',
    answersKeys: 'CONFLICT',
    variables: (of) => input({ connectionId: of.id('connections') }),
  },
  removeWebhook: {
    expected: admins('NOT_FOUND'),
    key: 'connections:write',
    variables: (of) => input({ connectionId: of.id('connections') }),
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

  updateReminderSettings: { expected: admins('allowed'), key: null, variables: () => input({ daily: true, hour: 10 }) },
  // The second closer has filed every form, which only their own admins are told.
  sendReminder: {
    expected: { ...admins('NOT_FOUND'), admin: 'CONFLICT', owner: 'CONFLICT' },
    key: null,
    variables: (of) => input({ closerId: of.id('closers', 2) }),
  },

  saveFormDefinition: {
    expected: admins('allowed'),
    key: 'forms:write',
    variables: (_of, unique) => input({ fields: [{ key: 'remark', kind: 'TEXT', label: unique }] }),
  },
  submitPostCallForm: {
    expected: { ...members, rival: 'NOT_FOUND', bystander: 'NOT_FOUND' },
    key: 'pcfs:write',
    variables: (of, unique) =>
      input({
        eventId: of.id('events', 2),
        callOccurred: true,
        dealClosed: true,
        packageId: of.id('packages'),
        callOutcomeId: of.id('call_outcomes'),
        opportunityStatusId: of.id('opportunity_statuses'),
        notes: unique,
      }),
    before: (of) => (['packages', 'call_outcomes', 'opportunity_statuses'] as const).flatMap((list) => onlyFirst(list)(of)),
  },
}
