import { graphql } from '../../apollo/generated/index.ts'
import type { LeadRecord_LeadFragment } from '../../apollo/generated/graphql.ts'

graphql(`
  fragment LeadRecord_lead on Lead {
    id
    fullName
    email
    phone
    timeZone
    createdAt
    emails {
      address
      isPrimary
      learnedFrom
    }
    phones {
      address
      isPrimary
      learnedFrom
    }
    source {
      id
      name
    }
    trafficType {
      id
      name
    }
    originalSetter {
      id
      name
    }
    currentSetter {
      id
      name
    }
    customFields {
      ...CustomFieldValueParts_value @unmask
    }
    netCash {
      amount
      currency
    }
    mergedInto {
      id
      fullName
    }
    merges {
      id
      mergedAt
      mergedByName
      merged {
        id
        fullName
        email
      }
    }
    events {
      id
      scheduledAt
      status
      outcome
      overdue
      closer {
        id
        name
      }
      hostName
    }
    payments {
      id
      paidAt
      status
      origin
      amount {
        amount
        currency
      }
      event {
        id
      }
    }
  }
`)

/** A lead with all that their panel and their page show, but the timeline. */
export type LeadRecord = LeadRecord_LeadFragment
