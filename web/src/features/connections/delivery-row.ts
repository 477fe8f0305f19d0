import { graphql } from '../../apollo/generated/index.ts'
import type { DeliveryRow_DeliveryFragment } from '../../apollo/generated/graphql.ts'

/** What a row of the deliveries shows. Spread with `@unmask`: a table's rows are read all at once. */
graphql(`
  fragment DeliveryRow_delivery on Delivery {
    id
    kind
    state
    answer
    attempts
    repeats
    error
    result
    hasBody
    receivedAt
    connection {
      id
      name
      provider
    }
  }
`)

export type DeliveryRow = DeliveryRow_DeliveryFragment
