import { registerEnumType } from 'type-graphql'

export const OrganizationState = { ACTIVE: 'active', SUSPENDED: 'suspended', DELETING: 'deleting' } as const
registerEnumType(OrganizationState, {
  name: 'OrganizationState',
  description: 'Whether anybody may act in an organization.',
  valuesConfig: {
    ACTIVE: { description: 'Open.' },
    SUSPENDED: { description: 'Shut by the platform until it is opened again. What arrives from providers is kept.' },
    DELETING: { description: 'Shut, and deleted on a day that is set. Until then it can be kept.' },
  },
})
