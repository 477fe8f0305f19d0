import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { graphql } from '../../apollo/generated/index.ts'
import { readError } from '../../apollo/read-error.ts'
import { notify } from '../../components/notify.ts'

const mutation = graphql(`
  mutation TakeBackRefund($input: TakeBackRefundInput!) {
    takeBackRefund(input: $input) {
      payment {
        id
        ...PaymentChanged_payment
      }
    }
  }
`)

/** Takes back a refund that was entered by hand and never happened. */
export function TakeBackRefund({ refundId }: { refundId: string }) {
  const [takeBack, { loading }] = useMutation(mutation)
  const [clientMutationId] = useState(() => crypto.randomUUID())
  const press = () => {
    takeBack({ variables: { input: { refundId, clientMutationId } } }).then(
      () => notify.done('The refund is taken back', { detail: 'Both entries are kept.' }),
      (error: unknown) => {
        const { title, advice } = readError(error)
        notify.problem(title, { detail: advice })
      },
    )
  }
  return (
    <button type="button" disabled={loading} onClick={press} className="block rounded-xs text-accent hover:underline">
      Take it back
    </button>
  )
}
