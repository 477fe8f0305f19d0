import { useApolloClient } from '@apollo/client/react'
import { useState } from 'react'
import type { OffPlatformMethod } from '../../apollo/generated/graphql.ts'
import { readError } from '../../apollo/read-error.ts'
import { notify } from '../../components/notify.ts'
import { confirmReport, keepReportApart, matchReport, rejectReport, reopenReport } from './decide-mutations.ts'

const newKey = () => crypto.randomUUID()

function sayProblem(error: unknown): void {
  const { title, advice, requestId } = readError(error)
  notify.problem(title, { detail: requestId ? `${advice} Request ${requestId}` : advice })
}

export type Decide = ReturnType<typeof useDecide>

/**
 * What can be decided of a report. Each act says what it did and offers to undo it, also after its row is gone; `onChanged` follows
 * each. What a dialog sends throws what the server refuses, for its form to say.
 */
export function useDecide(onChanged: () => void) {
  const client = useApolloClient()
  const [busy, setBusy] = useState(false)

  const reopen = async (reportId: string): Promise<void> => {
    setBusy(true)
    try {
      await client.mutate({ mutation: reopenReport, variables: { input: { reportId, clientMutationId: newKey() } } })
      notify.done('Undone', { detail: 'The rule decides of it again.' })
      onChanged()
    } catch (error) {
      sayProblem(error)
    } finally {
      setBusy(false)
    }
  }
  const sayDone = (reportId: string, title: string, detail: string): void => {
    notify.done(title, { detail, action: { label: 'Undo', onPress: () => void reopen(reportId) } })
    onChanged()
  }
  const atOnce = async (send: () => Promise<unknown>, done: () => void): Promise<void> => {
    setBusy(true)
    try {
      await send()
      done()
    } catch (error) {
      sayProblem(error)
    } finally {
      setBusy(false)
    }
  }
  return {
    busy,
    reopen: (reportId: string) => void reopen(reportId),
    match: (reportId: string, paymentId: string) =>
      void atOnce(
        () =>
          client.mutate({
            mutation: matchReport,
            variables: { input: { reportId, paymentId, clientMutationId: newKey() } },
          }),
        () => sayDone(reportId, 'Matched: the two count once', 'The payment is credited to the call of the form.'),
      ),
    keepApart: (reportId: string) =>
      void atOnce(
        () =>
          client.mutate({ mutation: keepReportApart, variables: { input: { reportId, clientMutationId: newKey() } } }),
        () => sayDone(reportId, 'Kept apart', 'What was reported and what came in both count.'),
      ),
    confirm: async (
      reportId: string,
      method: OffPlatformMethod,
      reason: string,
      clientMutationId: string,
    ): Promise<void> => {
      const input = { reportId, method, reason: reason || null, clientMutationId }
      await client.mutate({ mutation: confirmReport, variables: { input } })
      sayDone(reportId, 'Confirmed as paid off-platform', 'It counts, and no payment will be taken for it.')
    },
    reject: async (reportId: string, reason: string, clientMutationId: string): Promise<void> => {
      await client.mutate({ mutation: rejectReport, variables: { input: { reportId, reason, clientMutationId } } })
      sayDone(reportId, 'Rejected', 'It counts nowhere.')
    },
  }
}
