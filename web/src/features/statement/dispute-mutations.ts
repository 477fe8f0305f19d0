import { graphql } from '../../apollo/generated/index.ts'

export const disputeCredit = graphql(`
  mutation DisputeCredit($input: DisputeCreditInput!) {
    disputeCredit(input: $input) {
      dispute {
        ...CreditDispute_dispute @unmask
        payment {
          id
          creditDisputes {
            id
          }
        }
      }
    }
  }
`)

export const withdrawCreditDispute = graphql(`
  mutation WithdrawCreditDispute($input: WithdrawCreditDisputeInput!) {
    withdrawCreditDispute(input: $input) {
      dispute {
        ...CreditDispute_dispute @unmask
      }
    }
  }
`)

export const answerCreditDispute = graphql(`
  mutation AnswerCreditDispute($input: AnswerCreditDisputeInput!) {
    answerCreditDispute(input: $input) {
      dispute {
        ...CreditDispute_dispute @unmask
      }
    }
  }
`)
