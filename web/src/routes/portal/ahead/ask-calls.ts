import { graphql } from '../../../apollo/generated/index.ts'
import type { AskAhead } from './ask-ahead.ts'

/**
 * The calls of today's page and of the forms due, each with all that its own page shows. The lists are asked for as those pages ask for
 * them, so that the cache has them once.
 */
const callsAheadQuery = graphql(`
  query PortalCallsAhead($coming: PeriodInput!, $gone: PeriodInput!) {
    coming: events(
      first: 12
      filter: { scheduled: $coming, statuses: [SCHEDULED] }
      orderBy: { field: SCHEDULED_AT, direction: ASC }
    ) {
      nodes {
        ...PortalCallPage_event @unmask
      }
    }
    gone: events(first: 20, filter: { scheduled: $gone }, orderBy: { field: SCHEDULED_AT, direction: DESC }) {
      nodes {
        ...PortalCallPage_event @unmask
      }
    }
    due: events(first: 50, filter: { overdue: true }, orderBy: { field: SCHEDULED_AT, direction: DESC }) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...PortalCallPage_event @unmask
        }
      }
    }
  }
`)

/** The calls with their forms, how a form is asked, and the code of both. */
export const askCalls: AskAhead = async (client, { days: { coming, gone } }) => {
  await client.query({ query: callsAheadQuery, variables: { coming, gone }, fetchPolicy: 'network-only' })
  await import('../call/call-page.tsx')
  const { formKitQuery } = await import('../../../features/forms/form-to-file.tsx')
  await client.query({ query: formKitQuery, fetchPolicy: 'network-only' })
}
