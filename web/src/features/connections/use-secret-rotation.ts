import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { graphql } from '../../apollo/generated/index.ts'
import type { ConnectionSecretField } from '../../apollo/generated/graphql.ts'
import { refusalOf } from '../../apollo/read-error.ts'
import type { FormResult } from '../../lib/form-result.ts'
import type { NewSecret } from './secret-form.tsx'

const rotateMutation = graphql(`
  mutation RotateConnectionSecret($input: RotateConnectionSecretInput!) {
    rotateConnectionSecret(input: $input) {
      connection {
        id
        secrets {
          field
          lastFour
          createdAt
          validUntil
        }
        health {
          state
          summary
        }
      }
    }
  }
`)

/** Puts a secret on file for a connection. */
export function useSecretRotation(
  connectionId: string,
  field: ConnectionSecretField,
): (secret: NewSecret) => Promise<FormResult<keyof NewSecret>> {
  const [rotate] = useMutation(rotateMutation)
  const [clientMutationId] = useState(() => crypto.randomUUID())
  return async ({ secret, overlapHours }) => {
    try {
      await rotate({ variables: { input: { id: connectionId, field, secret, overlapHours, clientMutationId } } })
      return { ok: true }
    } catch (error) {
      return refusalOf(error, ['secret', 'overlapHours'])
    }
  }
}
