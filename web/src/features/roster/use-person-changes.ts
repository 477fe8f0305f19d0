import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { graphql } from '../../apollo/generated/index.ts'
import { refusalOf } from '../../apollo/read-error.ts'
import type { FormResult } from '../../lib/form-result.ts'
import type { PersonValues } from './person-form.tsx'
import type { RosterKind } from './person.ts'

const createCloserMutation = graphql(`
  mutation CreateCloser($input: CreateCloserInput!) {
    createCloser(input: $input) {
      closer {
        id
      }
    }
  }
`)

const createSetterMutation = graphql(`
  mutation CreateSetter($input: CreateSetterInput!) {
    createSetter(input: $input) {
      setter {
        id
      }
    }
  }
`)

const updateCloserMutation = graphql(`
  mutation UpdateCloser($input: UpdateCloserInput!) {
    updateCloser(input: $input) {
      closer {
        id
        name
        email
        deactivatedAt
      }
    }
  }
`)

const updateSetterMutation = graphql(`
  mutation UpdateSetter($input: UpdateSetterInput!) {
    updateSetter(input: $input) {
      setter {
        id
        name
        email
        aliases
        deactivatedAt
      }
    }
  }
`)

const fieldNames = ['name', 'email', 'aliases'] as const

const given = (email: string): string | null => (email === '' ? null : email)

type Sent = Promise<FormResult<keyof PersonValues>>

export interface PersonChanges {
  /** Puts somebody on the roster. Pressed twice, it happens once. */
  add: (values: PersonValues) => Sent
  change: (id: string, values: PersonValues) => Sent
  /** They leave, or come back. Throws what the API refuses. */
  setActive: (id: string, active: boolean) => Promise<void>
}

/** What can be done to closers or setters. */
export function usePersonChanges(kind: RosterKind): PersonChanges {
  const [createCloser] = useMutation(createCloserMutation)
  const [createSetter] = useMutation(createSetterMutation)
  const [updateCloser] = useMutation(updateCloserMutation)
  const [updateSetter] = useMutation(updateSetterMutation)
  const [addId, setAddId] = useState(() => crypto.randomUUID())
  const isCloser = kind === 'closer'

  const tried = async (work: Promise<unknown>): Sent => {
    try {
      await work
      return { ok: true }
    } catch (error) {
      return refusalOf(error, fieldNames)
    }
  }
  return {
    add: async ({ name, email, aliases }) => {
      const input = { name, email: given(email), clientMutationId: addId }
      const result = await tried(
        isCloser
          ? createCloser({ variables: { input } })
          : createSetter({ variables: { input: { ...input, aliases: [...aliases] } } }),
      )
      if (result.ok) setAddId(crypto.randomUUID())
      return result
    },
    change: (id, { name, email, aliases }) => {
      const input = { id, name, email: given(email), clientMutationId: crypto.randomUUID() }
      return tried(
        isCloser
          ? updateCloser({ variables: { input } })
          : updateSetter({ variables: { input: { ...input, aliases: [...aliases] } } }),
      )
    },
    setActive: async (id, active) => {
      const input = { id, active, clientMutationId: crypto.randomUUID() }
      await (isCloser ? updateCloser({ variables: { input } }) : updateSetter({ variables: { input } }))
    },
  }
}
