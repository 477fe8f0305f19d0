import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { graphql } from '../../apollo/generated/index.ts'
import { refusalOf } from '../../apollo/read-error.ts'
import { Dialog } from '../../components/dialog.tsx'
import { notify } from '../../components/notify.ts'
import { SourceForm, type SourceValues } from './source-form.tsx'
import type { Source } from './source-columns.tsx'

const createSourceMutation = graphql(`
  mutation CreateSource($input: CreateSourceInput!) {
    createSource(input: $input) {
      source {
        id
      }
    }
  }
`)

const updateSourceMutation = graphql(`
  mutation UpdateSource($input: UpdateSourceInput!) {
    updateSource(input: $input) {
      source {
        id
        name
        aliases
        trafficType {
          id
          name
        }
      }
    }
  }
`)

const createTrafficTypeMutation = graphql(`
  mutation CreateTrafficType($input: CreateTrafficTypeInput!) {
    createTrafficType(input: $input) {
      trafficType {
        id
        name
      }
    }
  }
`)

export interface SourceDialogProps {
  /** The one to change; null to add one. */
  source: Source | null
  trafficTypes: readonly { id: string; name: string }[]
  /** The list is to be read anew. */
  onSaved: () => void
  onClose: () => void
}

/** Adds or changes a source, and makes its traffic type where that is new. */
export function SourceDialog({ source, trafficTypes, onSaved, onClose }: SourceDialogProps) {
  const [createSource] = useMutation(createSourceMutation)
  const [updateSource] = useMutation(updateSourceMutation)
  const [createTrafficType] = useMutation(createTrafficTypeMutation)
  const [addId] = useState(() => crypto.randomUUID())

  const trafficTypeIdOf = async (trafficType: SourceValues['trafficType']): Promise<string | null> => {
    if (trafficType === null) return null
    if ('id' in trafficType) return trafficType.id
    const { data } = await createTrafficType({
      variables: { input: { name: trafficType.name, clientMutationId: `${addId} ${trafficType.name}` } },
    })
    return data?.createTrafficType.trafficType.id ?? null
  }
  const send = async ({ name, aliases, trafficType }: SourceValues) => {
    let trafficTypeId: string | null
    try {
      trafficTypeId = await trafficTypeIdOf(trafficType)
    } catch (error) {
      const refusal = refusalOf(error, ['name'])
      return refusal.ok ? refusal : ({ ok: false, field: 'newTrafficType', message: refusal.message } as const)
    }
    try {
      const input = { name, aliases: [...aliases], trafficTypeId }
      await (source
        ? updateSource({ variables: { input: { ...input, id: source.id, clientMutationId: crypto.randomUUID() } } })
        : createSource({ variables: { input: { ...input, clientMutationId: addId } } }))
      return { ok: true } as const
    } catch (error) {
      return refusalOf(error, ['name', 'aliases'])
    }
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={source ? source.name : 'Add a source'}
      description="Where leads come from. Calls that name it become its, past ones too."
      actions={null}
    >
      <SourceForm
        source={{
          name: source?.name ?? '',
          aliases: source?.aliases ?? [],
          trafficTypeId: source?.trafficType?.id ?? null,
        }}
        trafficTypes={trafficTypes}
        submitLabel={source ? 'Save' : 'Add source'}
        onSend={send}
        onCancel={onClose}
        onDone={() => {
          notify.done(source ? 'The source was saved' : 'The source was added')
          onSaved()
          onClose()
        }}
      />
    </Dialog>
  )
}
