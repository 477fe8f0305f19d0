import type { PaymentRecord_PaymentFragment } from '../../../apollo/generated/graphql.ts'
import { graphql } from '../../../apollo/generated/index.ts'

graphql(`
  fragment PaymentRecord_payment on Payment {
    id
    customerName
    customerEmail
    deletion {
      id
    }
    lead {
      id
      fullName
    }
    customFields {
      ...CustomFieldValueParts_value @unmask
    }
    ...PaymentHead_payment
    ...PaymentMoney_payment
    ...PaymentEntry_payment
    ...PaymentDeletion_payment
    ...PaymentSubscription_payment
    ...PaymentCustomer_payment
    ...CreditSection_payment
    ...DisputesOf_payment
    ...WhyThisCredit_payment
    ...CreditHistory_payment
    ...ReportState_payment
  }
`)

/** A payment with all that its panel and its page show. */
export type PaymentRecord = PaymentRecord_PaymentFragment
