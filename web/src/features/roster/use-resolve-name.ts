import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { graphql } from '../../apollo/generated/index.ts'
import type { NameKind } from '../../apollo/generated/graphql.ts'
import { foldName } from './fold-name.ts'
import type { Resolution } from './resolve-form.tsx'

const resolveMutation = graphql(`
  mutation ResolveName($input: ResolveNameInput!) {
    resolveName(input: $input) {
      id
    }
  }
`)

const createCloserMutation = graphql(`
  mutation CreateCloserForName($input: CreateCloserInput!) {
    createCloser(input: $input) {
      closer {
        id
      }
    }
  }
`)

const createSetterMutation = graphql(`
  mutation CreateSetterForName($input: CreateSetterInput!) {
    createSetter(input: $input) {
      setter {
        id
      }
    }
  }
`)

const createSourceMutation = graphql(`
  mutation CreateSourceForName($input: CreateSourceInput!) {
    createSource(input: $input) {
      source {
        id
      }
    }
  }
`)

const createTrafficTypeMutation = graphql(`
  mutation CreateTrafficTypeForName($input: CreateTrafficTypeInput!) {
    createTrafficType(input: $input) {
      trafficType {
        id
      }
    }
  }
`)

/** Says whose a name is: somebody's or something's that is known, or that comes onto the roster with it. Pressed twice, it happens once. */
export function useResolveName(kind: NameKind, name: string): (resolution: Resolution) => Promise<void> {
  const [resolve] = useMutation(resolveMutation)
  const [createCloser] = useMutation(createCloserMutation)
  const [createSetter] = useMutation(createSetterMutation)
  const [createSource] = useMutation(createSourceMutation)
  const [createTrafficType] = useMutation(createTrafficTypeMutation)
  const [clientMutationId] = useState(() => crypto.randomUUID())

  const create = async (newName: string): Promise<string | undefined> => {
    const input = { name: newName, clientMutationId }
    switch (kind) {
      case 'CLOSER':
        return (await createCloser({ variables: { input } })).data?.createCloser.closer.id
      case 'SETTER':
        return (await createSetter({ variables: { input } })).data?.createSetter.setter.id
      case 'SOURCE':
        return (await createSource({ variables: { input } })).data?.createSource.source.id
      case 'TRAFFIC_TYPE':
        return (await createTrafficType({ variables: { input } })).data?.createTrafficType.trafficType.id
    }
  }
  return async (resolution) => {
    const id = 'id' in resolution ? resolution.id : await create(resolution.newName)
    const goesByIt = 'newName' in resolution && foldName(resolution.newName) === foldName(name)
    if (id === undefined || goesByIt) return
    await resolve({ variables: { input: { kind, name, id, clientMutationId } } })
  }
}
