import { useMutation } from '@apollo/client/react'
import { notify } from '../../components/notify.ts'
import { undoAttribution } from './credit-mutations.ts'
import { creditedNames } from './credited-names.ts'
import { creditRefusal } from './credit-refusal.ts'

/** Takes back one decision by hand and says what stands now, or why it could not be taken back. */
export function useUndo(onChanged?: () => void): (paymentId: string, decisionId: string) => Promise<void> {
  const [undo] = useMutation(undoAttribution)
  return async (paymentId, decisionId) => {
    try {
      // The decision names the act: however often it is pressed, it is taken back once.
      const { data } = await undo({
        variables: { input: { paymentId, decisionId, clientMutationId: `undo-${decisionId}` } },
      })
      const names = creditedNames(data?.undoAttribution.payment)
      notify.done('The credit was undone', {
        detail: names.length > 0 ? `Credited to ${names.join(' and ')} again.` : 'It is credited to nobody again.',
      })
      onChanged?.()
    } catch (error) {
      notify.problem('The credit was not undone', { detail: creditRefusal(error).message })
    }
  }
}
