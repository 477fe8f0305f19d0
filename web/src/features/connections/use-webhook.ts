import { useMutation, useQuery } from '@apollo/client/react'
import { useState } from 'react'
import { graphql } from '../../apollo/generated/index.ts'
import { readError } from '../../apollo/read-error.ts'
import { notify } from '../../components/notify.ts'

const registerMutation = graphql(`
  mutation RegisterWebhook($input: RegisterWebhookInput!) {
    registerWebhook(input: $input) {
      connection {
        id
        ...ConnectionWebhook_connection
      }
    }
  }
`)

const removeMutation = graphql(`
  mutation RemoveWebhook($input: RemoveWebhookInput!) {
    removeWebhook(input: $input) {
      connection {
        id
        ...ConnectionWebhook_connection
      }
    }
  }
`)

const webhooksQuery = graphql(`
  query ConnectionWebhooks {
    connections {
      id
      health {
        state
        summary
      }
      secrets {
        field
        lastFour
        createdAt
        validUntil
      }
      ...ConnectionWebhook_connection
    }
  }
`)

const lookEveryMs = 1_500

export interface WebhookActs {
  register: (newKey: boolean) => Promise<void>
  remove: () => Promise<void>
  busy: boolean
}

/** Registers and removes the webhook of a connection; while that is under way, looks again and again what came of it. */
export function useWebhook(connectionId: string, underWay: boolean): WebhookActs {
  const [register] = useMutation(registerMutation)
  const [remove] = useMutation(removeMutation)
  const [busy, setBusy] = useState(false)
  useQuery(webhooksQuery, { skip: !underWay, pollInterval: lookEveryMs, fetchPolicy: 'network-only' })
  const orSay = async (act: () => Promise<unknown>) => {
    setBusy(true)
    try {
      await act()
    } catch (error) {
      const { title, advice } = readError(error)
      notify.problem(title, { detail: advice })
    }
    setBusy(false)
  }
  const input = () => ({ connectionId, clientMutationId: crypto.randomUUID() })
  return {
    busy,
    register: (newKey) => orSay(() => register({ variables: { input: { ...input(), newKey } } })),
    remove: () => orSay(() => remove({ variables: { input: input() } })),
  }
}
