import { graphql } from '../../apollo/generated/index.ts'

// All that a change of the credit touches: the table's row, the trail and the history follow from the cache.
graphql(`
  fragment CreditChanged_payment on Payment {
    id
    closer {
      id
      name
    }
    setter {
      id
      name
    }
    attribution {
      history {
        id
      }
    }
    ...WhyThisCredit_payment
    ...CreditHistory_payment
    ...CreditSection_payment
  }
`)

export const attributePayment = graphql(`
  mutation CreditByHand($input: AttributePaymentInput!) {
    attributePayment(input: $input) {
      payment {
        ...CreditChanged_payment @unmask
      }
    }
  }
`)

export const unlockAttribution = graphql(`
  mutation CreditUnlocked($input: UnlockAttributionInput!) {
    unlockAttribution(input: $input) {
      payment {
        ...CreditChanged_payment @unmask
      }
    }
  }
`)

export const undoAttribution = graphql(`
  mutation CreditUndone($input: UndoAttributionInput!) {
    undoAttribution(input: $input) {
      payment {
        ...CreditChanged_payment @unmask
      }
    }
  }
`)

/** Who can be credited by hand. */
export const creditPeople = graphql(`
  query CreditPeople {
    closers(first: 200) {
      edges {
        node {
          id
          name
        }
      }
    }
    setters(first: 200) {
      edges {
        node {
          id
          name
        }
      }
    }
  }
`)
