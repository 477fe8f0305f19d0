import { registerEnumType } from 'type-graphql'

export const OrderDirection = { ASC: 'asc', DESC: 'desc' } as const
registerEnumType(OrderDirection, {
  name: 'OrderDirection',
  description: 'Which way a list runs.',
  valuesConfig: {
    ASC: { description: 'Smallest, earliest or first by letter first.' },
    DESC: { description: 'Largest, latest or last by letter first.' },
  },
})
