import { graphql } from '../../apollo/generated/index.ts'

graphql(`
  fragment ReportDecided_payment on Payment {
    id
    reconciliation
    matchedPayment {
      id
    }
    reportDecisions {
      id
      kind
      method
      reason
      decidedBy
      decidedAt
    }
  }
`)

graphql(`
  fragment ReportDecided_payload on ReportDecidedPayload {
    report {
      id
      ...ReportDecided_payment
    }
    payment {
      id
      report {
        id
      }
    }
  }
`)

export const matchReport = graphql(`
  mutation MatchReport($input: MatchReportInput!) {
    matchReport(input: $input) {
      ...ReportDecided_payload
    }
  }
`)

export const keepReportApart = graphql(`
  mutation KeepReportApart($input: KeepReportApartInput!) {
    keepReportApart(input: $input) {
      ...ReportDecided_payload
    }
  }
`)

export const confirmReport = graphql(`
  mutation ConfirmReport($input: ConfirmReportInput!) {
    confirmReport(input: $input) {
      ...ReportDecided_payload
    }
  }
`)

export const rejectReport = graphql(`
  mutation RejectReport($input: RejectReportInput!) {
    rejectReport(input: $input) {
      ...ReportDecided_payload
    }
  }
`)

export const reopenReport = graphql(`
  mutation ReopenReport($input: ReopenReportInput!) {
    reopenReport(input: $input) {
      ...ReportDecided_payload
    }
  }
`)
