import { graphql } from '../../../apollo/generated/index.ts'

/** One lead with all that their panel and their page show, but the timeline. */
export const leadQuery = graphql(`
  query LeadRecord($id: ID!) {
    lead(id: $id) {
      ...LeadRecord_lead @unmask
    }
  }
`)
