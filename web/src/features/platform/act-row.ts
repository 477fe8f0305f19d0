import { graphql } from '../../apollo/generated/index.ts'
import type { PlatformActRow_ActFragment } from '../../apollo/generated/graphql.ts'

graphql(`
  fragment PlatformActRow_act on PlatformAct {
    id
    at
    operatorName
    act
    organizationId
    subject
    reason
    requestId
    address
  }
`)

/** Something that an operator did. */
export type ActRow = PlatformActRow_ActFragment
