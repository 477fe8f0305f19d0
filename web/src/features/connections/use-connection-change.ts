import { useMutation } from '@apollo/client/react'
import { graphql } from '../../apollo/generated/index.ts'
import type { UpdateConnectionInput } from '../../apollo/generated/graphql.ts'

const updateMutation = graphql(`
  mutation UpdateConnection($input: UpdateConnectionInput!) {
    updateConnection(input: $input) {
      connection {
        id
        name
        state
        account
        mapping {
          setterFrom {
            utm
            prefix
            question
          }
          sourceFrom {
            utm
            prefix
            question
          }
          trafficTypeFrom {
            utm
            prefix
            question
          }
        }
        health {
          state
          summary
        }
        ...ConnectionWebhook_connection
      }
    }
  }
`)

/** Changes a connection. Throws what the API refuses. */
export function useConnectionChange(): (input: Omit<UpdateConnectionInput, 'clientMutationId'>) => Promise<void> {
  const [update] = useMutation(updateMutation)
  return async (input) => {
    await update({ variables: { input: { ...input, clientMutationId: crypto.randomUUID() } } })
  }
}
