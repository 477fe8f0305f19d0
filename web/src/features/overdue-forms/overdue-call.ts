import type { OverdueCall_EventFragment } from '../../apollo/generated/graphql.ts'
import { graphql } from '../../apollo/generated/index.ts'

/** A call that is over and lacks its form. */
export type OverdueCall = OverdueCall_EventFragment

graphql(`
  fragment OverdueCall_event on Event {
    id
    leadName
    hostName
    scheduledAt
    closer {
      id
      name
    }
  }
`)
