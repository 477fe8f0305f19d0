import { useApolloClient, useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { graphql } from '../../apollo/generated/index.ts'
import { readError } from '../../apollo/read-error.ts'
import { notify } from '../../components/notify.ts'

const replayMutation = graphql(`
  mutation ReplayDelivery($input: ReplayDeliveryInput!) {
    replayDelivery(input: $input) {
      delivery {
        id
        state
        error
        result
        attempts
        finishedAt
      }
    }
  }
`)

const outcomeQuery = graphql(`
  query ReplayedDelivery($id: ID!) {
    delivery(id: $id) {
      id
      state
      error
      result
      attempts
      finishedAt
      touched {
        kind
        id
        name
      }
      connection {
        id
        health {
          state
          summary
          parked
          waiting
          lastProcessedAt
        }
      }
    }
  }
`)

const lookEveryMs = 1000
const mostLooks = 20

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

export interface Replay {
  /** Acts on a delivery again, follows it until it is done with, and says what came of it. */
  replay: (delivery: { id: string; kind: string }) => Promise<void>
  /** The deliveries that are being acted on again. */
  busyIds: ReadonlySet<string>
}

/** Replaying deliveries. Rows and panels that show one follow by the cache; it goes on if the page is left. */
export function useReplay(): Replay {
  const client = useApolloClient()
  const [send] = useMutation(replayMutation)
  const [busyIds, setBusyIds] = useState<ReadonlySet<string>>(new Set())

  const outcome = async (id: string) => {
    for (let look = 0; look < mostLooks; look += 1) {
      await pause(lookEveryMs)
      const { data } = await client.query({ query: outcomeQuery, variables: { id }, fetchPolicy: 'network-only' })
      if (data?.delivery && data.delivery.state !== 'RECEIVED') return data.delivery
    }
    return null
  }
  const run = async ({ id, kind }: { id: string; kind: string }) => {
    await send({ variables: { input: { id, clientMutationId: crypto.randomUUID() } } })
    const done = await outcome(id)
    if (!done) notify.news(`${kind} waits to be processed`, { detail: 'Its state changes here once that is done.' })
    else if (done.state === 'PROCESSED' || done.state === 'IGNORED')
      notify.done(`${kind} was replayed`, { detail: done.result ?? undefined })
    else notify.problem(`${kind} failed again`, { detail: done.error ?? undefined })
  }
  const replay: Replay['replay'] = async (delivery) => {
    setBusyIds((ids) => new Set(ids).add(delivery.id))
    try {
      await run(delivery)
    } catch (error) {
      const { title, advice, requestId } = readError(error)
      notify.problem(title, { detail: requestId ? `${advice} Request ${requestId}` : advice })
    } finally {
      setBusyIds((ids) => new Set([...ids].filter((id) => id !== delivery.id)))
    }
  }
  return { replay, busyIds }
}
