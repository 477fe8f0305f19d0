import { useMutation } from '@apollo/client/react'
import type { CallRole } from '../../apollo/generated/graphql.ts'
import { readError, refusalOf } from '../../apollo/read-error.ts'
import { notify } from '../../components/notify.ts'
import { formatCount } from '../../lib/format-count.ts'
import type { FormResult } from '../../lib/form-result.ts'
import { assignMutation, releaseMutation } from './assign-mutations.ts'

/** Whom to give calls to: an id, null for nobody, left out where it stays. */
export interface AssignTo {
  closerId?: string | null
  setterId?: string | null
}

export interface Assignment {
  assign: (
    eventIds: readonly string[],
    to: AssignTo,
    clientMutationId: string,
  ) => Promise<FormResult<'closerId' | 'setterId'>>
  /** What the bookings say holds again. */
  release: (eventIds: readonly string[], roles: readonly CallRole[]) => Promise<void>
}

const calls = (count: number): string => (count === 1 ? 'The call' : `${formatCount(count)} calls`)

/** Gives calls to others by hand, and takes that back. `onChanged` reads lists anew. */
export function useAssignment(onChanged: () => void): Assignment {
  const [send] = useMutation(assignMutation)
  const [takeBack] = useMutation(releaseMutation)
  const release: Assignment['release'] = async (eventIds, roles) => {
    try {
      await takeBack({
        variables: { input: { eventIds: [...eventIds], roles: [...roles], clientMutationId: crypto.randomUUID() } },
      })
      notify.done(`${calls(eventIds.length)} ${eventIds.length === 1 ? 'is' : 'are'} whose the booking says`)
      onChanged()
    } catch (error) {
      const { title, advice } = readError(error)
      notify.problem(title, { detail: advice })
    }
  }
  return {
    assign: async (eventIds, to, clientMutationId) => {
      try {
        await send({ variables: { input: { eventIds: [...eventIds], ...to, clientMutationId } } })
        const roles = [
          ...(to.closerId === undefined ? [] : ['CLOSER' as const]),
          ...(to.setterId === undefined ? [] : ['SETTER' as const]),
        ]
        notify.done(`${calls(eventIds.length)} ${eventIds.length === 1 ? 'was' : 'were'} reassigned`, {
          detail: 'Payments are credited anew.',
          action: { label: 'Undo', onPress: () => void release(eventIds, roles) },
        })
        onChanged()
        return { ok: true }
      } catch (error) {
        return refusalOf(error, ['closerId', 'setterId'])
      }
    },
    release,
  }
}
