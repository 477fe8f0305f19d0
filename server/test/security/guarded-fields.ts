import type { Scope } from '../../src/kernel/actor.ts'
import { admins, members, membersOfRow, type RootField } from './expected.ts'
import type { Tenant } from './tenant-rows.ts'

/** Fields of objects that ask for more than their object does. The root field by which they are reached, with its arguments, is allowed. */
export const guardedFields: Readonly<
  Record<
    string,
    {
      document: string
      expected: RootField['expected']
      key: Scope | null
      through: Scope | null
      variables: (of: Tenant) => object
    }
  >
> = {
  'Organization.members': {
    document: '{ organization { members { nodes { id name email role } } } }',
    expected: admins('allowed'),
    key: null,
    through: null,
    variables: () => ({}),
  },
  'Organization.usage': {
    document: '{ organization { usage { seatsUsed seats importsUsed imports sessionsAtOnce } } }',
    expected: admins('allowed'),
    key: null,
    through: null,
    variables: () => ({}),
  },
  'Event.lead': {
    document: 'query ($id: ID!) { event(id: $id) { lead { id fullName email } } }',
    expected: membersOfRow,
    key: 'leads:read',
    through: 'events:read',
    variables: (of) => ({ id: of.id('events') }),
  },
  'Event.payments': {
    document: 'query ($id: ID!) { event(id: $id) { payments { id amount { amount } } } }',
    expected: membersOfRow,
    key: 'payments:read',
    through: 'events:read',
    variables: (of) => ({ id: of.id('events') }),
  },
  'Package.formCount': {
    document: '{ packages { id formCount } }',
    expected: members,
    key: 'forms:read',
    through: 'packages:read',
    variables: () => ({}),
  },
  'Package.paymentCount': {
    document: '{ packages { id paymentCount } }',
    expected: members,
    key: 'payments:read',
    through: 'packages:read',
    variables: () => ({}),
  },
  'Payment.lead': {
    document: 'query ($id: ID!) { payment(id: $id) { lead { id fullName email } } }',
    expected: membersOfRow,
    key: 'leads:read',
    through: 'payments:read',
    variables: (of) => ({ id: of.id('payments') }),
  },
  // Both empty for a sales rep, whose rows they are.
  'MatchCandidate.payment': {
    document: 'query ($id: ID!) { payment(id: $id) { matchCandidates { differs payment { id amount { amount } } } } }',
    expected: membersOfRow,
    key: 'payments:read',
    through: 'payments:read',
    variables: (of) => ({ id: of.id('payments') }),
  },
  'ReportDecision.matchedPayment': {
    document: 'query ($id: ID!) { payment(id: $id) { reportDecisions { kind matchedPayment { id amount { amount } } } } }',
    expected: membersOfRow,
    key: 'payments:read',
    through: 'payments:read',
    variables: (of) => ({ id: of.id('payments') }),
  },
  'PaymentSubscription.payments': {
    document: 'query ($id: ID!) { payment(id: $id) { subscription { payments { id amount { amount } } } } }',
    expected: membersOfRow,
    key: 'payments:read',
    through: 'payments:read',
    variables: (of) => ({ id: of.id('payments') }),
  },
  'Payment.event': {
    document: 'query ($id: ID!) { payment(id: $id) { event { id joinUrl } } }',
    expected: membersOfRow,
    key: 'events:read',
    through: 'payments:read',
    variables: (of) => ({ id: of.id('payments') }),
  },
  'Lead.events': {
    document: 'query ($id: ID!) { lead(id: $id) { events { id joinUrl } } }',
    expected: membersOfRow,
    key: 'events:read',
    through: 'leads:read',
    variables: (of) => ({ id: of.id('leads') }),
  },
  'Lead.payments': {
    document: 'query ($id: ID!) { lead(id: $id) { payments { id amount { amount } } } }',
    expected: membersOfRow,
    key: 'payments:read',
    through: 'leads:read',
    variables: (of) => ({ id: of.id('leads') }),
  },
  'LeadMerge.merged': {
    document: 'query ($id: ID!) { lead(id: $id) { merges { merged { id email } } } }',
    expected: membersOfRow,
    key: 'leads:read',
    through: 'leads:read',
    variables: (of) => ({ id: of.id('leads') }),
  },
  'LeadTimelineEntry.event': {
    document: 'query ($id: ID!) { lead(id: $id) { timeline { nodes { event { id joinUrl } } } } }',
    expected: membersOfRow,
    key: 'events:read',
    through: 'leads:read',
    variables: (of) => ({ id: of.id('leads') }),
  },
  'LeadTimelineEntry.payment': {
    document: 'query ($id: ID!) { lead(id: $id) { timeline { nodes { payment { id } } } } }',
    expected: membersOfRow,
    key: 'payments:read',
    through: 'leads:read',
    variables: (of) => ({ id: of.id('leads') }),
  },
  'LeadTimelineEntry.otherLead': {
    document: 'query ($id: ID!) { lead(id: $id) { timeline { nodes { otherLead { id email } } } } }',
    expected: membersOfRow,
    key: 'leads:read',
    through: 'leads:read',
    variables: (of) => ({ id: of.id('leads') }),
  },
}

/** Those that only certain records show: `links-of-credit` and `attribution-runs.http.test.ts` bring these about, and ask for each. */
export const guardedElsewhere = [
  'Activity.event',
  'Activity.payment',
  'AttributionRun.job',
  'AttributionSuggestion.event',
  'AttributionSuggestion.lead',
  'CreditInBrief.event',
  'PreviewedCredit.payment',
]
