import { admins, type RootField } from '../expected.ts'
import type { Tenant } from '../tenant-rows.ts'
import { cent, input } from './variables.ts'

type List = 'packages' | 'call_outcomes' | 'opportunity_statuses'

/** A list that holds one entry in force, whatever was added meanwhile. */
export const onlyFirst = (list: List) => (of: Tenant) => [
  `update ${list} set retired_at = now() where organization_id = '${of.organizationId}'`,
  `update ${list} set retired_at = null where id = '${of.id(list)}'`,
]

const first = (list: List) => ({
  expected: admins('NOT_FOUND'),
  variables: (of: Tenant) => input({ id: of.id(list) }),
  before: onlyFirst(list),
})

const ordered = (list: List) => ({ ...first(list), variables: (of: Tenant) => input({ ids: [of.id(list)] }) })

/** What is changed of what an organization lists: packages, outcomes and statuses. */
export const listMutations: Readonly<Record<string, RootField>> = {
  createPackage: {
    expected: admins('allowed'),
    key: 'packages:write',
    variables: (_of, unique) => input({ name: unique, price: cent, paidInFull: true }),
    before: onlyFirst('packages'),
  },
  updatePackage: {
    ...first('packages'),
    key: 'packages:write',
    variables: (of, unique) => input({ id: of.id('packages'), name: unique }),
  },
  reorderPackages: { ...ordered('packages'), key: 'packages:write' },
  retirePackage: { ...first('packages'), key: 'packages:write' },
  restorePackage: { ...first('packages'), key: 'packages:write' },

  createCallOutcome: {
    expected: admins('allowed'),
    key: 'forms:write',
    variables: (_of, unique) => input({ label: unique, color: 'GREEN', outcome: 'CLOSED' }),
    before: onlyFirst('call_outcomes'),
  },
  updateCallOutcome: {
    ...first('call_outcomes'),
    key: 'forms:write',
    variables: (of, unique) => input({ id: of.id('call_outcomes'), label: unique }),
  },
  reorderCallOutcomes: { ...ordered('call_outcomes'), key: 'forms:write' },
  retireCallOutcome: { ...first('call_outcomes'), key: 'forms:write' },
  restoreCallOutcome: { ...first('call_outcomes'), key: 'forms:write' },

  createOpportunityStatus: {
    expected: admins('allowed'),
    key: 'forms:write',
    variables: (_of, unique) => input({ label: unique, color: 'BLUE' }),
    before: onlyFirst('opportunity_statuses'),
  },
  updateOpportunityStatus: {
    ...first('opportunity_statuses'),
    key: 'forms:write',
    variables: (of, unique) => input({ id: of.id('opportunity_statuses'), label: unique }),
  },
  reorderOpportunityStatuses: { ...ordered('opportunity_statuses'), key: 'forms:write' },
  retireOpportunityStatus: { ...first('opportunity_statuses'), key: 'forms:write' },
  restoreOpportunityStatus: { ...first('opportunity_statuses'), key: 'forms:write' },
}
