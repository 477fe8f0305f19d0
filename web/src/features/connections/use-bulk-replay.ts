import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { graphql } from '../../apollo/generated/index.ts'
import type { DeliveryFilter } from '../../apollo/generated/graphql.ts'
import { readError } from '../../apollo/read-error.ts'
import { notify } from '../../components/notify.ts'
import { formatCount } from '../../lib/format-count.ts'

const replayMutation = graphql(`
  mutation ReplayDeliveries($input: ReplayDeliveriesInput!) {
    replayDeliveries(input: $input) {
      replayed
      withoutBody
      moreLeft
    }
  }
`)

const lookEveryMs = 2000
const looks = 10

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

export interface BulkReplay {
  busy: boolean
  /** Acts on many again, and says how many. Answers whether it could be asked for. */
  replay: (which: { ids: string[] } | { filter: DeliveryFilter }) => Promise<boolean>
}

/** Replays many deliveries by one act, and has the list looked at for a while, so that their states are seen to change. */
export function useBulkReplay(reload: () => Promise<unknown>): BulkReplay {
  const [send] = useMutation(replayMutation)
  const [busy, setBusy] = useState(false)
  const follow = async () => {
    for (let look = 0; look < looks; look += 1) {
      await reload()
      await pause(lookEveryMs)
    }
  }
  const replay: BulkReplay['replay'] = async (which) => {
    setBusy(true)
    try {
      const { data } = await send({ variables: { input: { ...which, clientMutationId: crypto.randomUUID() } } })
      if (data) tell(data.replayDeliveries)
      void follow()
      return true
    } catch (error) {
      const { title, advice, requestId } = readError(error)
      notify.problem(title, { detail: requestId ? `${advice} Request ${requestId}` : advice })
      return false
    } finally {
      setBusy(false)
    }
  }
  return { busy, replay }
}

function tell({ replayed, withoutBody, moreLeft }: { replayed: number; withoutBody: number; moreLeft: boolean }): void {
  const without = withoutBody > 0 ? `${formatCount(withoutBody)} cannot be replayed: their bodies are not kept.` : null
  const more = moreLeft ? 'More match than one act replays: replay again for the rest.' : null
  const detail = [without, more].filter(Boolean).join(' ') || 'Their states change here as they are processed.'
  const title =
    replayed === 1
      ? '1 delivery waits to be processed again'
      : `${formatCount(replayed)} deliveries wait to be processed again`
  if (replayed === 0) notify.news('Nothing was replayed', { detail: without ?? 'They wait to be processed already.' })
  else notify.done(title, { detail })
}
