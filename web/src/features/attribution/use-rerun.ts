import { CombinedGraphQLErrors } from '@apollo/client/errors'
import { skipToken, useMutation, useQuery } from '@apollo/client/react'
import { useRef, useState } from 'react'
import { readError } from '../../apollo/read-error.ts'
import { tryAct } from '../../apollo/try-act.ts'
import type { Period } from '../../lib/period.ts'
import { rerunApply, rerunPreview, type RerunPreview } from './rerun-queries.ts'

export interface Rerun {
  /** What would change; the last that was seen of these days while it is looked at again, none until it was. */
  preview: RerunPreview | undefined
  looking: boolean
  applying: boolean
  /** The days have more payments than go at once: they are gone through by a run. */
  tooMany: boolean
  /** Why it was refused, or could not be looked at. */
  problem: string | undefined
  /** Does what the preview says. Answers how many payments changed; null where it was refused, then it is looked at again. */
  apply: () => Promise<number | null>
  /** Forgets why it was refused: other days are chosen. */
  forget: () => void
}

/** Whether more is asked for than goes at once. */
const isTooMany = (error: unknown): boolean =>
  CombinedGraphQLErrors.is(error) && error.errors.some(({ extensions }) => typeof extensions?.limit === 'number')

/** What crediting the payments of a period again would change, and doing it; nothing while something else is shown. */
export function useRerun({ from, to }: Period, skip: boolean): Rerun {
  const input = { period: { from, to } }
  const days = `${from} ${to}`
  const { data, error, loading, refetch } = useQuery(
    rerunPreview,
    skip ? skipToken : { variables: { input }, fetchPolicy: 'network-only', notifyOnNetworkStatusChange: true },
  )
  const [rerun, { loading: applying }] = useMutation(rerunApply)
  const [refusal, setRefusal] = useState<string>()
  const [seen, setSeen] = useState<{ days: string; preview: RerunPreview }>()
  const shown = data?.previewAttribution
  if (shown && (seen?.days !== days || seen.preview !== shown)) setSeen({ days, preview: shown })
  const preview = shown ?? (seen?.days === days ? seen.preview : undefined)
  // One for each preview that is applied: pressed twice it is done once, and what was chosen after an answer got lost is another thing.
  const names = useRef(new Map<string, string>())

  const apply = async () => {
    if (!preview || loading || preview.changed === 0) return null
    const { fingerprint, changed } = preview
    const clientMutationId = names.current.get(fingerprint) ?? crypto.randomUUID()
    names.current.set(fingerprint, clientMutationId)
    setRefusal(undefined)
    try {
      await rerun({ variables: { input: { ...input, fingerprint, clientMutationId } } })
      return changed
    } catch (failure) {
      const { code, title } = readError(failure)
      setRefusal(
        code === 'CONFLICT' ? 'Something changed meanwhile, so nothing was applied. This is how it stands now.' : title,
      )
      await tryAct(() => refetch())
      return null
    }
  }

  const tooMany = isTooMany(error)
  const failure = error && !tooMany ? readError(error) : undefined
  return {
    preview,
    looking: loading,
    applying,
    tooMany,
    problem: refusal ?? failure?.fields[0]?.message ?? (failure && `${failure.title}. ${failure.advice}`),
    apply,
    forget: () => setRefusal(undefined),
  }
}
