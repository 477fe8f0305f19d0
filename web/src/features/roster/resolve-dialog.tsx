import { useMutation, useQuery } from '@apollo/client/react'
import { useState } from 'react'
import { graphql } from '../../apollo/generated/index.ts'
import { readError, refusalOf } from '../../apollo/read-error.ts'
import { Dialog } from '../../components/dialog.tsx'
import { FormProblem } from '../../components/form-problem.tsx'
import { notify } from '../../components/notify.ts'
import { Skeleton, SkeletonGroup } from '../../components/skeleton.tsx'
import { formatCount } from '../../lib/format-count.ts'
import { foldName } from './fold-name.ts'
import { ResolveForm, type Resolution } from './resolve-form.tsx'

const choicesQuery = graphql(`
  query ResolveChoices {
    setters(first: 200, filter: { active: true }) {
      edges {
        node {
          id
          name
          aliases
        }
      }
    }
  }
`)

const resolveMutation = graphql(`
  mutation ResolveSetterName($input: ResolveSetterNameInput!) {
    resolveSetterName(input: $input) {
      setter {
        id
        name
        aliases
      }
    }
  }
`)

const createMutation = graphql(`
  mutation CreateSetterForName($input: CreateSetterInput!) {
    createSetter(input: $input) {
      setter {
        id
        name
      }
    }
  }
`)

export interface ResolveDialogProps {
  unresolved: { name: string; events: number }
  /** Lists of names and of setters are to be read anew. */
  onResolved: () => void
  onClose: () => void
}

/** Asks whose a name is that bookings use and nobody on the roster has. */
export function ResolveDialog({ unresolved: { name, events }, onResolved, onClose }: ResolveDialogProps) {
  const choices = useQuery(choicesQuery, { fetchPolicy: 'network-only' })
  const [resolve] = useMutation(resolveMutation)
  const [create] = useMutation(createMutation)
  const [clientMutationId] = useState(() => crypto.randomUUID())
  const [given, setGiven] = useState('')

  const act = async (resolution: Resolution): Promise<string> => {
    if ('setterId' in resolution) {
      const { data } = await resolve({
        variables: { input: { name, setterId: resolution.setterId, clientMutationId } },
      })
      return data?.resolveSetterName.setter.name ?? ''
    }
    const aliases = foldName(resolution.newName) === foldName(name) ? [] : [name]
    const { data } = await create({ variables: { input: { name: resolution.newName, aliases, clientMutationId } } })
    return data?.createSetter.setter.name ?? ''
  }
  const calls = events === 1 ? '1 call' : `${formatCount(events)} calls`
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Whose name is “${name}”?`}
      description={
        events === 1
          ? '1 call names it as the setter. It becomes theirs, as will coming ones.'
          : `${calls} name it as the setter. They become theirs, as will coming ones.`
      }
      actions={null}
    >
      {choices.data ? (
        <ResolveForm
          name={name}
          calls={events}
          setters={choices.data.setters.edges.map((edge) => edge.node)}
          onSend={async (resolution) => {
            try {
              setGiven(await act(resolution))
              return { ok: true }
            } catch (error) {
              const refusal = refusalOf(error, ['name', 'setterId'])
              if (refusal.ok) return refusal
              return {
                ok: false,
                message: refusal.message,
                ...(refusal.field === 'setterId' ? { field: 'setterId' } : {}),
              }
            }
          }}
          onCancel={onClose}
          onDone={() => {
            notify.done(`${calls} ${events === 1 ? 'is' : 'are'} ${given || 'theirs'} now`)
            onResolved()
            onClose()
          }}
        />
      ) : choices.error ? (
        <FormProblem message={readError(choices.error).title} />
      ) : (
        <SkeletonGroup label="Loading the setters">
          <div className="flex h-40 flex-col gap-4">
            <Skeleton widthPx={240} heightPx={28} />
            <Skeleton widthPx={392} heightPx={32} />
          </div>
        </SkeletonGroup>
      )}
    </Dialog>
  )
}
