import { graphql } from '../../apollo/generated/index.ts'
import type { PostCallFormParts_FormFragment } from '../../apollo/generated/graphql.ts'

// Operations spread it by its name.
graphql(`
  fragment PostCallFormParts_form on PostCallForm {
    id
    callOccurred
    leadShowed
    offerMade
    dealClosed
    resolution
    paymentType
    cashCollected {
      amount
      currency
    }
    package {
      ...PackageParts_package @unmask
    }
    callOutcome {
      ...CallOutcomeParts_outcome @unmask
    }
    opportunityStatus {
      ...OpportunityStatusParts_status @unmask
    }
    notes
    fields {
      ...FieldValueParts_value @unmask
    }
    definition {
      ...FormDefinitionParts_definition @unmask
    }
    version
    submittedAt
    amendedAt
    submittedByName
    versions {
      id
      version
      submittedAt
      submittedByName
    }
  }
`)

/** A filed form with its versions. */
export type FiledForm = PostCallFormParts_FormFragment
