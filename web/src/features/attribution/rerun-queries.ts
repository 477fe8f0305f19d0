import { graphql } from '../../apollo/generated/index.ts'
import type { RerunLatestRunQuery, RerunPreviewQuery, RerunRunQuery } from '../../apollo/generated/graphql.ts'

graphql(`
  fragment RerunMoved_credit on MovedCredit {
    role
    closer {
      id
      name
    }
    setter {
      id
      name
    }
    gained {
      amount
      currency
    }
    lost {
      amount
      currency
    }
    gainedPayments
    lostPayments
  }
`)

graphql(`
  fragment RerunChange_credit on PreviewedCredit {
    payment {
      id
      customerName
      customerEmail
      paidAt
      amount {
        amount
        currency
      }
    }
    before {
      method
      closer {
        id
        name
      }
    }
    after {
      method
      closer {
        id
        name
      }
    }
    summary
  }
`)

export const rerunPreview = graphql(`
  query RerunPreview($input: PreviewAttributionInput!) {
    previewAttribution(input: $input) {
      payments
      locked
      changed
      fingerprint
      people {
        ...RerunMoved_credit @unmask
      }
      changes {
        ...RerunChange_credit @unmask
      }
    }
  }
`)

export const rerunApply = graphql(`
  mutation RerunApply($input: RerunAttributionInput!) {
    rerunAttribution(input: $input) {
      changed
      locked
    }
  }
`)

export const rerunRun = graphql(`
  query RerunRun($id: ID!) {
    attributionRun(id: $id) {
      id
      changed
      filtered
      summary
      rerun {
        id
      }
      job {
        id
        kind
        state
        period {
          from
          to
        }
        progress
        secondsLeft
        waitsFor
        error
        requestedBy
        finishedAt
      }
    }
  }
`)

export const rerunLatestRun = graphql(`
  query RerunLatestRun {
    latestAttributionRun {
      id
      changed
      summary
      rerun {
        id
      }
      job {
        id
        kind
        state
        period {
          from
          to
        }
        requestedBy
        finishedAt
      }
    }
  }
`)

export const rerunOutcome = graphql(`
  query RerunOutcome($id: ID!) {
    attributionRun(id: $id) {
      id
      changed
      people {
        ...RerunMoved_credit @unmask
      }
      changes {
        ...RerunChange_credit @unmask
      }
    }
  }
`)

export const rerunStartPreview = graphql(`
  mutation RerunStartPreview($input: StartAttributionPreviewInput!) {
    startAttributionPreview(input: $input) {
      run {
        id
      }
    }
  }
`)

export const rerunStart = graphql(`
  mutation RerunStart($input: StartAttributionRerunInput!) {
    startAttributionRerun(input: $input) {
      run {
        id
      }
    }
  }
`)

export const rerunCancel = graphql(`
  mutation RerunCancel($id: ID!) {
    cancelAttributionRun(input: { id: $id }) {
      run {
        id
        summary
        job {
          id
          state
          finishedAt
        }
      }
    }
  }
`)

export const rerunResume = graphql(`
  mutation RerunResume($id: ID!) {
    resumeAttributionRun(input: { id: $id }) {
      run {
        id
        summary
        job {
          id
          state
          error
          finishedAt
        }
      }
    }
  }
`)

/** A run of credits, how far it has come, and what came of it in words. */
export type RerunRun = NonNullable<RerunRunQuery['attributionRun']>

/** The newest run of credits, under way or ended. */
export type LatestRun = NonNullable<RerunLatestRunQuery['latestAttributionRun']>

/** What crediting again changes: whose money moves, and the first of the credits. */
export type Effect = Pick<RerunPreview, 'people' | 'changes' | 'changed'>

/** What crediting a period again would change. */
export type RerunPreview = RerunPreviewQuery['previewAttribution']
