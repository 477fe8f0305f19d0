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
    notes
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
