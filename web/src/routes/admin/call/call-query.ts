import { graphql } from '../../../apollo/generated/index.ts'

/** One call with all that its panel and its page show. */
export const callQuery = graphql(`
  query CallRecord($id: ID!) {
    event(id: $id) {
      id
      leadName
      scheduledAt
      endsAt
      callType {
        id
        name
      }
      customFields {
        ...CustomFieldValueParts_value @unmask
      }
      ...CallHead_event
      ...CallActs_event
      ...CallFacts_event
      ...CallMoney_event
      ...CallTimeline_event
      ...PostCallFormSection_event
    }
  }
`)
