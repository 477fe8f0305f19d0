import { graphql } from '../../../apollo/generated/index.ts'

/** A page of the table. */
export const callsQuery = graphql(`
  query CallsPage($first: Int!, $after: String, $filter: EventFilter!, $orderBy: EventOrder!) {
    events(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
      edges {
        cursor
        node {
          ...CallRow_event @unmask
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

/** What there is to filter by. Closers and setters are for those who see all rows. */
export const callsRosterQuery = graphql(`
  query CallsRoster($everyone: Boolean!) {
    closers(first: 200, orderBy: { field: NAME, direction: ASC }) @include(if: $everyone) {
      edges {
        node {
          id
          name
          deactivatedAt
        }
      }
    }
    setters(first: 200, orderBy: { field: NAME, direction: ASC }) @include(if: $everyone) {
      edges {
        node {
          id
          name
          deactivatedAt
        }
      }
    }
    sources {
      id
      name
    }
    callTypes {
      id
      name
    }
  }
`)
