import { graphql } from '../../apollo/generated/index.ts'

/** Answers with all that a form changes of its call, so that the table, the record and the form show it at once. */
export const submitMutation = graphql(`
  mutation SubmitPostCallForm($input: SubmitPostCallFormInput!) {
    submitPostCallForm(input: $input) {
      postCallForm {
        ...PostCallFormParts_form @unmask
      }
      event {
        id
        ...CallRow_event
        ...CallHead_event
        ...CallMoney_event
        ...CallTimeline_event
        ...PostCallFormSection_event
      }
    }
  }
`)
