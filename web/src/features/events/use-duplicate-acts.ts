import { useApolloClient, useMutation } from '@apollo/client/react'
import { readError } from '../../apollo/read-error.ts'
import { notify } from '../../components/notify.ts'
import {
  keepCallsApartMutation,
  mergeDuplicateMutation,
  undoKeepCallsApartMutation,
  unmergeDuplicateMutation,
} from './duplicate-mutations.ts'

export interface DuplicateActs {
  /** The one call counts for both from now on. */
  merge: (keptId: string, copyId: string, name: string) => Promise<void>
  unmerge: (copyId: string, name: string) => Promise<void>
  keepApart: (oneId: string, otherId: string, name: string) => Promise<void>
}

const once = () => ({ clientMutationId: crypto.randomUUID() })

/** What can be done about calls that may be one, each with its way back. Lists and counts of calls are read anew. */
export function useDuplicateActs(onChanged: () => void = () => undefined): DuplicateActs {
  const client = useApolloClient()
  const [merge] = useMutation(mergeDuplicateMutation)
  const [unmerge] = useMutation(unmergeDuplicateMutation)
  const [keep] = useMutation(keepCallsApartMutation)
  const [undoKeep] = useMutation(undoKeepCallsApartMutation)
  const tried = async (work: () => Promise<unknown>, done: () => void) => {
    try {
      await work()
      onChanged()
      // What was settled is gone from the list when it is said to be.
      await client.refetchQueries({ include: 'active' })
      done()
    } catch (error) {
      const { title, advice } = readError(error)
      notify.problem(title, { detail: advice })
    }
  }
  const acts: DuplicateActs = {
    merge: (keptId, copyId, name) =>
      tried(
        () => merge({ variables: { input: { keptId, copyId, ...once() } } }),
        () =>
          notify.done(`The two calls with ${name} count as one`, {
            action: { label: 'Undo', onPress: () => void acts.unmerge(copyId, name) },
          }),
      ),
    unmerge: (copyId, name) =>
      tried(
        () => unmerge({ variables: { input: { copyId, ...once() } } }),
        () => notify.done(`The two calls with ${name} count as two again`),
      ),
    keepApart: (oneId, otherId, name) =>
      tried(
        () => keep({ variables: { input: { oneId, otherId, ...once() } } }),
        () =>
          notify.done(`The two calls with ${name} are two`, {
            action: {
              label: 'Undo',
              onPress: () =>
                void tried(
                  () => undoKeep({ variables: { input: { oneId, otherId, ...once() } } }),
                  () => notify.done(`The two calls with ${name} are listed again`),
                ),
            },
          }),
      ),
  }
  return acts
}
