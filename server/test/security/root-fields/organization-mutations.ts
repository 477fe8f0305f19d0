import { passwordOfAll } from '../../person.ts'
import { admins, answeredTo, members, owners, type RootField, signedIn } from '../expected.ts'
import {
  everybodyBack,
  fieldInUse,
  keptApartAgain,
  mergedAgain,
  noFieldsOfLeads,
  openInvitation,
  ownerAgain,
  spareAddresses,
  spareMember,
  twoLeadsAgain,
} from '../put-back.ts'
import { input, twoLeads, onMember } from './variables.ts'

/** What is changed of an organization, its people and its leads: what each actor is answered. */
export const organizationMutations: Readonly<Record<string, RootField>> = {
  createOrganization: {
    expected: signedIn,
    asks: 'account',
    key: null,
    variables: (_of, unique) => input({ name: unique, timeZone: 'Europe/Berlin', currency: 'EUR' }),
  },
  updateOrganization: { expected: admins('allowed'), key: null, variables: (_of, unique) => input({ name: unique, reportMatchDays: 4 }) },
  updatePortalSettings: {
    expected: admins('allowed'),
    key: null,
    variables: () => input({ leaderboard: 'NAMES', othersFigures: false, leadContacts: true, money: 'PAYMENTS' }),
  },
  createApiKey: { expected: admins('allowed'), key: null, variables: (_of, unique) => input({ name: unique, scopes: ['EVENTS_READ'] }) },
  revokeApiKey: { expected: admins('NOT_FOUND'), key: null, variables: (of) => input({ id: of.id('api_keys') }) },
  inviteMember: {
    expected: admins('NOT_FOUND'),
    key: null,
    variables: (of, unique) =>
      input({ email: `${unique}@new.example`, role: 'SALES_REP', closerId: of.id('closers', 2), setterId: of.id('setters', 2) }),
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
  setLeadCustomFields: { expected: admins('NOT_FOUND'), key: null, variables: (of) => input({ id: of.id('leads'), values: [] }) },
  createCustomField: {
    expected: admins('allowed'),
    key: null,
    variables: (_of, unique) => input({ subject: 'LEAD', kind: 'SELECT', label: unique, options: [{ label: unique, color: 'BLUE' }] }),
    before: noFieldsOfLeads,
  },
  updateCustomField: {
    expected: admins('NOT_FOUND'),
    key: null,
    variables: (of, unique) =>
      input({ id: of.id('custom_field_definitions'), label: unique, help: unique, options: [{ key: 'option_1', label: unique }] }),
  },
  reorderCustomFields: {
    expected: admins('NOT_FOUND'),
    key: null,
    variables: (of) => input({ subject: 'PAYMENT', ids: [of.id('custom_field_definitions')] }),
    before: fieldInUse,
  },
  retireCustomField: { expected: admins('NOT_FOUND'), key: null, variables: (of) => input({ id: of.id('custom_field_definitions') }) },
  restoreCustomField: { expected: admins('NOT_FOUND'), key: null, variables: (of) => input({ id: of.id('custom_field_definitions') }) },
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
}
