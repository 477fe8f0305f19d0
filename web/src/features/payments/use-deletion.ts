import { useMutation } from '@apollo/client/react'
import { graphql } from '../../apollo/generated/index.ts'
import { readError } from '../../apollo/read-error.ts'
import { notify } from '../../components/notify.ts'
import { formatCount } from '../../lib/format-count.ts'

/** What of a payment may be another than before once it was changed by hand: asked for with every such change, so that all shows it. */
graphql(`
  fragment PaymentChanged_payment on Payment {
    id
    customerName
    customerEmail
    customerPhone
    lead {
      id
      fullName
    }
    closer {
      id
      name
    }
    setter {
      id
      name
    }
    source {
      id
      name
    }
    event {
      id
    }
    attribution {
      method
      locked
    }
    ...PaymentHead_payment
    ...PaymentMoney_payment
    ...PaymentEntry_payment
  }
`)

const deleteMutation = graphql(`
  mutation DeletePayments($input: DeletePaymentsInput!) {
    deletePayments(input: $input) {
      deletion {
        id
      }
      payments {
        id
        ...PaymentDeletion_payment
      }
    }
  }
`)

const restoreMutation = graphql(`
  mutation RestorePayments($input: RestorePaymentsInput!) {
    restorePayments(input: $input) {
      payments {
        id
        ...PaymentDeletion_payment
        ...PaymentChanged_payment
      }
    }
  }
`)

const restoreDeletionMutation = graphql(`
  mutation RestoreDeletion($input: RestoreDeletionInput!) {
    restoreDeletion(input: $input) {
      payments {
        id
        ...PaymentDeletion_payment
        ...PaymentChanged_payment
      }
    }
  }
`)

/** `1 payment`, `3 payments`. */
export const paymentsInWords = (count: number): string => (count === 1 ? '1 payment' : `${formatCount(count)} payments`)

const newKey = () => crypto.randomUUID()

const sayProblem = (error: unknown): void => {
  const { title, advice, requestId } = readError(error)
  notify.problem(title, { detail: requestId ? `${advice} Request ${requestId}` : advice })
}

/** Deletes and restores payments; each says what it did, and deleting offers to undo it. `onChanged` follows each. */
export function useDeletion(onChanged: () => void) {
  const [remove] = useMutation(deleteMutation)
  const [restore, restoring] = useMutation(restoreMutation)
  const [restoreAll, restoringAll] = useMutation(restoreDeletionMutation)

  const sayRestored = (count: number) => {
    notify.done(count === 1 ? 'The payment is restored' : `${paymentsInWords(count)} are restored`)
    onChanged()
  }
  const restoreDeletion = (deletionId: string) => {
    restoreAll({ variables: { input: { deletionId, clientMutationId: newKey() } } }).then(
      ({ data }) => sayRestored(data?.restoreDeletion.payments.length ?? 0),
      sayProblem,
    )
  }
  return {
    busy: restoring.loading || restoringAll.loading,
    restoreDeletion,
    restorePayments: (ids: readonly string[]) => {
      restore({ variables: { input: { ids: [...ids], clientMutationId: newKey() } } }).then(
        ({ data }) => sayRestored(data?.restorePayments.payments.length ?? 0),
        sayProblem,
      )
    },
    /** Throws what the server refuses, for the form to say. */
    deletePayments: async (ids: readonly string[], reason: string, clientMutationId: string): Promise<void> => {
      const { data } = await remove({ variables: { input: { ids: [...ids], reason, clientMutationId } } })
      const deletionId = data?.deletePayments.deletion.id
      notify.done(ids.length === 1 ? 'The payment is deleted' : `${paymentsInWords(ids.length)} are deleted`, {
        detail: ids.length === 1 ? 'It counts nowhere now.' : 'They count nowhere now.',
        ...(deletionId && { action: { label: 'Undo', onPress: () => restoreDeletion(deletionId) } }),
      })
      onChanged()
    },
  }
}
