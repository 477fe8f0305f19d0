import { useMutation } from '@apollo/client/react'
import { graphql } from '../../apollo/generated/index.ts'
import type { CustomFieldSubject, FieldValueInput } from '../../apollo/generated/graphql.ts'

const setLeadMutation = graphql(`
  mutation SetLeadCustomFields($input: SetLeadCustomFieldsInput!) {
    setLeadCustomFields(input: $input) {
      lead {
        id
        customFields {
          ...CustomFieldValueParts_value @unmask
        }
      }
    }
  }
`)

const setEventMutation = graphql(`
  mutation SetEventCustomFields($input: SetEventCustomFieldsInput!) {
    setEventCustomFields(input: $input) {
      event {
        id
        customFields {
          ...CustomFieldValueParts_value @unmask
        }
        ...CallTimeline_event
      }
    }
  }
`)

const setPaymentMutation = graphql(`
  mutation SetPaymentCustomFields($input: SetPaymentCustomFieldsInput!) {
    setPaymentCustomFields(input: $input) {
      payment {
        id
        customFields {
          ...CustomFieldValueParts_value @unmask
        }
      }
    }
  }
`)

/** Writes to the own fields of a lead, a call or a payment. Rejects with what the API says. */
export function useSetValues(subject: CustomFieldSubject) {
  const [setLead] = useMutation(setLeadMutation)
  const [setEvent] = useMutation(setEventMutation)
  const [setPayment] = useMutation(setPaymentMutation)
  const acts = { LEAD: setLead, EVENT: setEvent, PAYMENT: setPayment }
  return (input: { id: string; values: FieldValueInput[]; clientMutationId: string }): Promise<unknown> =>
    acts[subject]({ variables: { input } })
}
