import { useQuery } from '@apollo/client/react'
import { useRef } from 'react'
import { graphql } from '../../apollo/generated/index.ts'
import type { NameKind, ResolveChoicesQuery } from '../../apollo/generated/graphql.ts'
import { readError, refusalOf } from '../../apollo/read-error.ts'
import { Dialog } from '../../components/dialog.tsx'
import { FormProblem } from '../../components/form-problem.tsx'
import { notify } from '../../components/notify.ts'
import { Skeleton, SkeletonGroup } from '../../components/skeleton.tsx'
import { formatCount } from '../../lib/format-count.ts'
import { nameKinds } from './name-kinds.ts'
import { ResolveForm, type NameChoice } from './resolve-form.tsx'
import { useResolveName } from './use-resolve-name.ts'

const choicesQuery = graphql(`
  query ResolveChoices($closer: Boolean!, $setter: Boolean!, $source: Boolean!, $trafficType: Boolean!) {
    closers(first: 200, filter: { active: true }) @include(if: $closer) {
      edges {
        node {
          id
          name
        }
      }
    }
    setters(first: 200, filter: { active: true }) @include(if: $setter) {
      edges {
        node {
          id
          name
          aliases
        }
      }
    }
    sources @include(if: $source) {
      id
      name
      aliases
    }
    trafficTypes @include(if: $trafficType) {
      id
      name
    }
  }
`)

export interface ResolveDialogProps {
  unresolved: { kind: NameKind; name: string; detail: string | null; events: number }
  /** Lists of names and of the roster are to be read anew. */
  onResolved: () => void
  onClose: () => void
}

function choicesOf({ closers, setters, sources, trafficTypes }: ResolveChoicesQuery): readonly NameChoice[] {
  const plain = (named: readonly { id: string; name: string }[] = []) => named.map((each) => ({ ...each, aliases: [] }))
  return [
    ...plain(closers?.edges.map(({ node }) => node)),
    ...(setters?.edges.map(({ node }) => node) ?? []),
    ...(sources ?? []),
    ...plain(trafficTypes),
  ]
}

/** Asks whose a name is that bookings use and nobody and nothing on the roster has. */
export function ResolveDialog({ unresolved: { kind, name, detail, events }, onResolved, onClose }: ResolveDialogProps) {
  const { word, names } = nameKinds[kind]
  const choices = useQuery(choicesQuery, {
    variables: {
      closer: kind === 'CLOSER',
      setter: kind === 'SETTER',
      source: kind === 'SOURCE',
      trafficType: kind === 'TRAFFIC_TYPE',
    },
    fetchPolicy: 'network-only',
  })
  const resolve = useResolveName(kind, name)
  // Whom it was given to; told once the form is done, in the same breath.
  const given = useRef('')
  const calls = events === 1 ? '1 call' : `${formatCount(events)} calls`
  const known = choices.data ? choicesOf(choices.data) : []
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Whose name is “${name}”?`}
      description={
        events === 1
          ? `1 call names it as the ${names}. It follows what you say, as do coming ones.`
          : `${calls} name it as the ${names}. They follow what you say, as do coming ones.`
      }
      actions={null}
    >
      {choices.data ? (
        <ResolveForm
          name={name}
          word={word}
          calls={events}
          choices={known}
          {...(detail === null ? {} : { newName: detail })}
          onSend={async (resolution) => {
            try {
              await resolve(resolution)
              given.current =
                'id' in resolution ? (known.find(({ id }) => id === resolution.id)?.name ?? '') : resolution.newName
              return { ok: true }
            } catch (error) {
              const refusal = refusalOf(error, ['name', 'id'])
              if (refusal.ok) return refusal
              return { ok: false, message: refusal.message, ...(refusal.field === 'id' ? { field: 'id' } : {}) }
            }
          }}
          onCancel={onClose}
          onDone={() => {
            notify.done(`“${name}” is ${given.current || 'resolved'} now`, {
              detail: `${calls} ${events === 1 ? 'follows' : 'follow'}.`,
            })
            onResolved()
            onClose()
          }}
        />
      ) : choices.error ? (
        <FormProblem message={readError(choices.error).title} />
      ) : (
        <SkeletonGroup label="Loading the choices">
          <div className="flex h-40 flex-col gap-4">
            <Skeleton widthPx={240} heightPx={28} />
            <Skeleton widthPx={392} heightPx={32} />
          </div>
        </SkeletonGroup>
      )}
    </Dialog>
  )
}
