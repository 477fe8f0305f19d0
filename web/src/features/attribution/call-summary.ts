import { graphql } from '../../apollo/generated/index.ts'
import type { CallSummary_EventFragment } from '../../apollo/generated/graphql.ts'

graphql(`
  fragment CallSummary_event on Event {
    id
    leadName
    leadEmail
    scheduledAt
    status
    outcome
    overdue
    closer {
      id
      name
    }
    setter {
      id
      name
    }
    source {
      id
      name
    }
  }
`)

/** A call as the trail and the credit form show it. */
export type CallSummary = CallSummary_EventFragment

/** The calls of one lead, the latest first. */
export const callsOfLead = graphql(`
  query CreditCallsOfLead($leadId: ID!) {
    events(first: 50, filter: { leadIds: [$leadId] }, orderBy: { field: SCHEDULED_AT, direction: DESC }) {
      edges {
        node {
          id
          ...CallSummary_event @unmask
        }
      }
    }
  }
`)

/** Calls by a name or an address, the latest first. */
export const callsFound = graphql(`
  query CreditCallsFound($search: String!) {
    events(first: 10, filter: { search: $search }, orderBy: { field: SCHEDULED_AT, direction: DESC }) {
      edges {
        node {
          id
          ...CallSummary_event @unmask
        }
      }
    }
  }
`)
