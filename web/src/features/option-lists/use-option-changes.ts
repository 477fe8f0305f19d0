import { useMutation } from '@apollo/client/react'
import { graphql } from '../../apollo/generated/index.ts'
import { type ListActs, type ListChanges, listChanges, type ListWords } from '../../apollo/list-changes.ts'

const reorderCallOutcomesMutation = graphql(`
  mutation ReorderCallOutcomes($input: ReorderCallOutcomesInput!) {
    reorderCallOutcomes(input: $input) {
      callOutcomes {
        id
      }
    }
  }
`)

const retireCallOutcomeMutation = graphql(`
  mutation RetireCallOutcome($input: RetireCallOutcomeInput!) {
    retireCallOutcome(input: $input) {
      callOutcome {
        id
        retiredAt
      }
    }
  }
`)

const restoreCallOutcomeMutation = graphql(`
  mutation RestoreCallOutcome($input: RestoreCallOutcomeInput!) {
    restoreCallOutcome(input: $input) {
      callOutcome {
        id
        retiredAt
      }
    }
  }
`)

const reorderOpportunityStatusesMutation = graphql(`
  mutation ReorderOpportunityStatuses($input: ReorderOpportunityStatusesInput!) {
    reorderOpportunityStatuses(input: $input) {
      opportunityStatuses {
        id
      }
    }
  }
`)

const retireOpportunityStatusMutation = graphql(`
  mutation RetireOpportunityStatus($input: RetireOpportunityStatusInput!) {
    retireOpportunityStatus(input: $input) {
      opportunityStatus {
        id
        retiredAt
      }
    }
  }
`)

const restoreOpportunityStatusMutation = graphql(`
  mutation RestoreOpportunityStatus($input: RestoreOpportunityStatusInput!) {
    restoreOpportunityStatus(input: $input) {
      opportunityStatus {
        id
        retiredAt
      }
    }
  }
`)

const words: ListWords = { restored: 'is offered again', kept: 'Forms that name it keep it.' }

/** The order and retirement of outcomes. */
export function useCallOutcomeChanges(reload: () => Promise<unknown>): ListChanges {
  const [reorder] = useMutation(reorderCallOutcomesMutation)
  const [retire] = useMutation(retireCallOutcomeMutation)
  const [restore] = useMutation(restoreCallOutcomeMutation)
  const acts: ListActs = {
    reorder: (input) => reorder({ variables: { input } }),
    retire: (input) => retire({ variables: { input } }),
    restore: (input) => restore({ variables: { input } }),
  }
  return listChanges(reload, acts, words)
}

/** The order and retirement of opportunity statuses. */
export function useOpportunityStatusChanges(reload: () => Promise<unknown>): ListChanges {
  const [reorder] = useMutation(reorderOpportunityStatusesMutation)
  const [retire] = useMutation(retireOpportunityStatusMutation)
  const [restore] = useMutation(restoreOpportunityStatusMutation)
  const acts: ListActs = {
    reorder: (input) => reorder({ variables: { input } }),
    retire: (input) => retire({ variables: { input } }),
    restore: (input) => restore({ variables: { input } }),
  }
  return listChanges(reload, acts, words)
}
