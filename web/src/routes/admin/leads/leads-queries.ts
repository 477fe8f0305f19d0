import { graphql } from '../../../apollo/generated/index.ts'

/** A page of the table. */
export const leadsQuery = graphql(`
  query LeadsPage($first: Int!, $after: String, $filter: LeadFilter!, $orderBy: LeadOrder!, $ownFields: Boolean!) {
    leads(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
      edges {
        cursor
        node {
          ...LeadRow_lead @unmask
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

/** How many leads the filter matches; asked apart, so that the rows need not wait for the count. */
export const leadsTotalQuery = graphql(`
  query LeadsTotal($filter: LeadFilter!) {
    leads(first: 1, filter: $filter) {
      totalCount
    }
  }
`)
