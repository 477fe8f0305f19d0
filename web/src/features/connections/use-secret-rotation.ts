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
      madeSecret
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
        ...ConnectionWebhook_connection
      }
    }
  }
`)

export interface SecretRotation {
  rotate: (secret: NewSecret) => Promise<FormResult<keyof NewSecret>>
  /** The secret that was made in place of an empty one: shown this once. */
  madeSecret: string | null
}

/** Puts a secret on file for a connection. */
export function useSecretRotation(connectionId: string, field: ConnectionSecretField): SecretRotation {
  const [send] = useMutation(rotateMutation)
  const [clientMutationId] = useState(() => crypto.randomUUID())
  const [madeSecret, setMadeSecret] = useState<string | null>(null)
  return {
    madeSecret,
    async rotate({ secret, overlapHours }) {
      try {
        const given = secret === '' ? {} : { secret, clientMutationId }
        const { data } = await send({ variables: { input: { id: connectionId, field, overlapHours, ...given } } })
        setMadeSecret(data?.rotateConnectionSecret.madeSecret ?? null)
        return { ok: true }
      } catch (error) {
        return refusalOf(error, ['secret', 'overlapHours'])
      }
    },
  }
}
