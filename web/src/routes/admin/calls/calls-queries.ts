import { graphql } from '../../../apollo/generated/index.ts'

/** A page of the table. */
export const callsQuery = graphql(`
  query CallsPage($first: Int!, $after: String, $filter: EventFilter!, $orderBy: EventOrder!, $ownFields: Boolean!) {
    events(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
      edges {
        cursor
        node {
          ...CallRow_event @unmask
          customFields @include(if: $ownFields) {
            ...CustomFieldValueParts_value @unmask
          }
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`)

/** How many calls the filter matches; asked apart, so that the rows need not wait for the count. */
export const callsTotalQuery = graphql(`
  query CallsTotal($filter: EventFilter!) {
    events(first: 1, filter: $filter) {
      totalCount
    }
  }
`)
