import { useMutation, useQuery } from '@apollo/client/react'
import { useRef, useState } from 'react'
import { readError } from '../../apollo/read-error.ts'
import type { Period } from '../../lib/period.ts'
import {
  type LatestRun,
  rerunCancel,
  rerunLatestRun,
  rerunResume,
  rerunStart,
  rerunStartPreview,
} from './rerun-queries.ts'

export interface RerunRuns {
  /** The newest one; null where there never was one, undefined until that is known. */
  latest: LatestRun | null | undefined
  /** Whether that is known, or cannot be. */
  known: boolean
  /** Begins looking at the payments of a period. Answers the run; null where that was refused. */
  look: (period: Period) => Promise<string | null>
  /** Begins doing what a run looked at. */
  credit: (previewId: string) => Promise<string | null>
  stop: (id: string) => Promise<void>
  resume: (id: string) => Promise<void>
  acting: boolean
  /** Why the last act was refused. */
  problem: string | undefined
}

/** Runs that credit long periods again: the newest, beginning one, stopping it and taking it up. */
export function useRerunRuns(): RerunRuns {
  const { data, loading, refetch } = useQuery(rerunLatestRun, { fetchPolicy: 'network-only' })
  const [startPreview, looking] = useMutation(rerunStartPreview)
  const [startRerun, crediting] = useMutation(rerunStart)
  const [cancel, stopping] = useMutation(rerunCancel)
  const [takeUp, resuming] = useMutation(rerunResume)
  const [problem, setProblem] = useState<string>()
  // One name for each thing that is begun: pressed twice, or sent again after an answer got lost, it is begun once.
  const names = useRef(new Map<string, string>())
  const nameOf = (what: string) => {
    const name = names.current.get(what) ?? crypto.randomUUID()
    names.current.set(what, name)
    return name
  }

  const attempt = async <Result>(act: () => Promise<Result>): Promise<Result | null> => {
    setProblem(undefined)
    try {
      return await act()
    } catch (error) {
      const { title, advice, code } = readError(error)
      setProblem(code === 'CONFLICT' ? title : `${title}. ${advice}`)
      // Somebody else’s may be why.
      await refetch().catch(() => undefined)
      return null
    }
  }

  return {
    latest: data?.latestAttributionRun,
    known: data !== undefined || !loading,
    look: ({ from, to }) =>
      attempt(async () => {
        const what = `look ${from} ${to}`
        const input = { period: { from, to }, clientMutationId: nameOf(what) }
        const { data: begun } = await startPreview({ variables: { input } })
        names.current.delete(what)
        return begun?.startAttributionPreview.run.id ?? null
      }),
    credit: (previewId) =>
      attempt(async () => {
        const { data: begun } = await startRerun({
          variables: { input: { previewId, clientMutationId: nameOf(previewId) } },
        })
        return begun?.startAttributionRerun.run.id ?? null
      }),
    stop: async (id) => {
      await attempt(() => cancel({ variables: { id } }))
    },
    resume: async (id) => {
      await attempt(() => takeUp({ variables: { id } }))
    },
    acting: looking.loading || crediting.loading || stopping.loading || resuming.loading,
    problem,
  }
}
