import { useMutation } from '@apollo/client/react'
import { graphql } from '../../apollo/generated/index.ts'
import { tryAct } from '../../apollo/try-act.ts'
import { notify } from '../../components/notify.ts'

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

interface Entry {
  id: string
  label: string
}

/** What is done with a list at once, without a dialog; what fails is said in a corner. */
export interface OptionChanges {
  sort: (ids: readonly string[]) => Promise<void>
  retire: (entry: Entry) => void
  restore: (entry: Entry) => void
}

interface Acts {
  reorder: (ids: string[]) => Promise<unknown>
  retire: (id: string) => Promise<unknown>
  restore: (id: string) => Promise<unknown>
}

function changesOf(reload: () => Promise<unknown>, acts: Acts): OptionChanges {
  const restore = async ({ id, label }: Entry) => {
    if (await tryAct(() => acts.restore(id))) notify.done(`${label} is offered again`)
    await tryAct(reload)
  }
  return {
    sort: async (ids) => {
      await tryAct(() => acts.reorder([...ids]))
      await tryAct(reload)
    },
    restore: (entry) => void restore(entry),
    retire: (entry) => {
      const retire = async () => {
        if (await tryAct(() => acts.retire(entry.id)))
          notify.done(`${entry.label} is retired`, {
            detail: 'Forms that name it keep it.',
            action: { label: 'Undo', onPress: () => void restore(entry) },
          })
        await tryAct(reload)
      }
      void retire()
    },
  }
}

/** The order and retirement of outcomes. */
export function useCallOutcomeChanges(reload: () => Promise<unknown>): OptionChanges {
  const [reorder] = useMutation(reorderCallOutcomesMutation)
  const [retire] = useMutation(retireCallOutcomeMutation)
  const [restore] = useMutation(restoreCallOutcomeMutation)
  return changesOf(reload, {
    reorder: (ids) => reorder({ variables: { input: { ids, clientMutationId: crypto.randomUUID() } } }),
    retire: (id) => retire({ variables: { input: { id, clientMutationId: crypto.randomUUID() } } }),
    restore: (id) => restore({ variables: { input: { id, clientMutationId: crypto.randomUUID() } } }),
  })
}

/** The order and retirement of opportunity statuses. */
export function useOpportunityStatusChanges(reload: () => Promise<unknown>): OptionChanges {
  const [reorder] = useMutation(reorderOpportunityStatusesMutation)
  const [retire] = useMutation(retireOpportunityStatusMutation)
  const [restore] = useMutation(restoreOpportunityStatusMutation)
  return changesOf(reload, {
    reorder: (ids) => reorder({ variables: { input: { ids, clientMutationId: crypto.randomUUID() } } }),
    retire: (id) => retire({ variables: { input: { id, clientMutationId: crypto.randomUUID() } } }),
    restore: (id) => restore({ variables: { input: { id, clientMutationId: crypto.randomUUID() } } }),
  })
}
