import { useMutation } from '@apollo/client/react'
import type { AttributePaymentInput } from '../../apollo/generated/graphql.ts'
import { notify } from '../../components/notify.ts'
import { attributePayment } from './credit-mutations.ts'
import { creditedNames } from './credited-names.ts'
import { useUndo } from './use-undo.ts'

/** Credits a payment by hand, says whom it is credited to now, and offers to undo just that. Throws what the server refuses. */
export function useCredit(onChanged?: () => void): (input: AttributePaymentInput) => Promise<void> {
  const [attribute] = useMutation(attributePayment)
  const undo = useUndo(onChanged)
  return async (input) => {
    const { data } = await attribute({ variables: { input } })
    const payment = data?.attributePayment.payment
    const names = creditedNames(payment)
    const decisionId = payment?.attribution.history[0]?.id
    notify.done(names.length > 0 ? `Credited to ${names.join(' and ')}` : 'Credited to nobody', {
      detail: 'Locked until you unlock it.',
      ...(decisionId && { action: { label: 'Undo', onPress: () => void undo(input.paymentId, decisionId) } }),
    })
    onChanged?.()
  }
}
