import { skipToken, useMutation, useQuery } from '@apollo/client/react'
import { graphql } from '../../apollo/generated/index.ts'
import { readError } from '../../apollo/read-error.ts'
import { notify } from '../../components/notify.ts'
import type { DuplicatePair } from './duplicate-list.tsx'
import { keepLeadsApartMutation, undoKeepLeadsApartMutation } from './lead-mutations.ts'

/** As many as anybody looks through; those who are settled make room for others. */
const most = 100

const likelyDuplicatesQuery = graphql(`
  query LikelyDuplicates($first: Int!) {
    likelyDuplicateLeads(first: $first) {
      id
      reasons {
        likeness
        words
      }
      one {
        ...MergeLead_lead @unmask
      }
      other {
        ...MergeLead_lead @unmask
      }
    }
  }
`)

export interface Duplicates {
  pairs: readonly DuplicatePair[] | undefined
  error: Error | undefined
  reload: () => void
  keepApart: (pair: DuplicatePair) => Promise<void>
}

/** Leads who may be one person. `skip` for whoever may not see them all. */
export function useDuplicates({ skip }: { skip: boolean }): Duplicates {
  const { data, previousData, error, refetch } = useQuery(
    likelyDuplicatesQuery,
    skip ? skipToken : { variables: { first: most }, fetchPolicy: 'cache-and-network' },
  )
  const [keep] = useMutation(keepLeadsApartMutation)
  const [undoKeep] = useMutation(undoKeepLeadsApartMutation)
  const inputOf = ({ one, other }: DuplicatePair) => ({
    oneId: one.id,
    otherId: other.id,
    clientMutationId: crypto.randomUUID(),
  })
  const say = (failure: unknown) => {
    const { title, advice } = readError(failure)
    notify.problem(title, { detail: advice })
  }
  const putBack = async (pair: DuplicatePair) => {
    try {
      await undoKeep({ variables: { input: inputOf(pair) } })
      await refetch()
    } catch (failure) {
      say(failure)
    }
  }
  return {
    pairs: (data ?? previousData)?.likelyDuplicateLeads,
    error,
    reload: () => void refetch(),
    keepApart: async (pair) => {
      try {
        await keep({ variables: { input: inputOf(pair) } })
        notify.done(`${pair.one.fullName} and ${pair.other.fullName} are two people`, {
          action: { label: 'Undo', onPress: () => void putBack(pair) },
        })
        await refetch()
      } catch (failure) {
        say(failure)
      }
    },
  }
}
