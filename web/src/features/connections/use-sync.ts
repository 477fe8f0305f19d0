import { useMutation } from '@apollo/client/react'
import { graphql } from '../../apollo/generated/index.ts'
import { readError, refusalOf } from '../../apollo/read-error.ts'
import { notify } from '../../components/notify.ts'
import type { FormResult } from '../../lib/form-result.ts'
import type { Period } from '../../lib/period.ts'

const startMutation = graphql(`
  mutation StartSync($input: StartSyncInput!) {
    startSync(input: $input) {
      job {
        connection {
          id
          latestSync {
            id
          }
        }
        ...SyncRun_job
      }
    }
  }
`)

const resumeMutation = graphql(`
  mutation ResumeSync($id: ID!) {
    resumeSync(input: { id: $id }) {
      job {
        ...SyncRun_job
      }
    }
  }
`)

const cancelMutation = graphql(`
  mutation CancelSync($id: ID!) {
    cancelSync(input: { id: $id }) {
      job {
        ...SyncRun_job
      }
    }
  }
`)

export interface SyncActs {
  start: (connectionId: string, period: Period) => Promise<FormResult<'from' | 'to'>>
  /** Takes up one that failed or was stopped. */
  resume: (id: string) => Promise<void>
  stop: (id: string) => Promise<void>
}

/** Begins syncs, takes them up and stops them. What is refused is said. */
export function useSync(): SyncActs {
  const [start] = useMutation(startMutation)
  const [resume] = useMutation(resumeMutation)
  const [cancel] = useMutation(cancelMutation)
  const orSay = async (act: Promise<unknown>) => {
    try {
      await act
    } catch (error) {
      const { title, advice } = readError(error)
      notify.problem(title, { detail: advice })
    }
  }
  return {
    async start(connectionId, period) {
      try {
        await start({ variables: { input: { connectionId, period, clientMutationId: crypto.randomUUID() } } })
        return { ok: true }
      } catch (error) {
        return refusalOf(error, ['from', 'to'] as const)
      }
    },
    resume: (id) => orSay(resume({ variables: { id } })),
    stop: (id) => orSay(cancel({ variables: { id } })),
  }
}
