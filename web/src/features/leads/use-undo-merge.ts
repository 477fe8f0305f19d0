import { useApolloClient, useMutation } from '@apollo/client/react'
import { readError } from '../../apollo/read-error.ts'
import { notify } from '../../components/notify.ts'
import { undoLeadMergeMutation } from './lead-mutations.ts'

/** Undoes a merge, and says how that went; the lists of leads are read anew. */
export function useUndoMerge(): (mergeId: string, name: string) => Promise<void> {
  const client = useApolloClient()
  const [undoMerge] = useMutation(undoLeadMergeMutation)
  return async (mergeId, name) => {
    try {
      await undoMerge({ variables: { input: { mergeId, clientMutationId: `undo ${mergeId}` } } })
      notify.done(`${name} is a lead of their own again`)
      await client.refetchQueries({ include: 'active' })
    } catch (error) {
      const { title, advice, requestId } = readError(error)
      notify.problem(title, { detail: requestId ? `${advice} Request ${requestId}` : advice })
    }
  }
}
