import { graphql } from '../../../apollo/generated/index.ts'

graphql(`
  fragment PortalCallPage_event on Event {
    ...PortalCall_event @unmask
    ...PortalCallFacts_event @unmask
    ...PostCallFormSection_event
  }
`)

export const callQuery = graphql(`
  query PortalCall($id: ID!) {
    event(id: $id) {
      ...PortalCallPage_event @unmask
    }
  }
`)
