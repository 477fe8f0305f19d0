import { useMutation } from '@apollo/client/react'
import { notify } from '../../components/notify.ts'
import type { FormResult } from '../../lib/form-result.ts'
import { unlockAttribution } from './credit-mutations.ts'
import { creditedNames } from './credited-names.ts'
import { creditRefusal } from './credit-refusal.ts'

/** Hands a payment back to the rules, and says what they came to. */
export function useUnlock(paymentId: string): (clientMutationId: string) => Promise<FormResult<never>> {
  const [unlock] = useMutation(unlockAttribution)
  return async (clientMutationId) => {
    try {
      const { data } = await unlock({ variables: { input: { paymentId, clientMutationId } } })
      const names = creditedNames(data?.unlockAttribution.payment)
      notify.done('Unlocked: the rules decided again', {
        detail: names.length > 0 ? `Credited to ${names.join(' and ')}.` : 'They credit nobody.',
      })
      return { ok: true }
    } catch (error) {
      return { ok: false, message: creditRefusal(error).message }
    }
  }
}
