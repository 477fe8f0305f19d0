import type { FragmentType } from '@apollo/client'
import { useFragment } from '@apollo/client/react'
import { useState } from 'react'
import type { To } from 'react-router'
import { graphql } from '../../apollo/generated/index.ts'
import { Button } from '../../components/button.tsx'
import { DateTime } from '../../components/figures.tsx'
import type { Option } from '../../components/option.ts'
import { TextLink } from '../../components/text-link.tsx'
import { onDemand } from '../../lib/on-demand.tsx'
import { useMay } from '../../lib/viewer.ts'
import { useAssignment } from './use-assignment.ts'
import { useDuplicateActs } from './use-duplicate-acts.ts'

const AssignDialog = onDemand(async () => (await import('./assign-dialog.tsx')).AssignDialog)

export const callActs = graphql(`
  fragment CallActs_event on Event {
    id
    leadName
    closerAssigned
    setterAssigned
    duplicateOf {
      id
      scheduledAt
    }
    copies {
      id
      scheduledAt
    }
  }
`)

export interface CallActsProps {
  call: FragmentType<typeof callActs>
  roster: Readonly<Record<'closers' | 'setters', readonly Option[]>>
  /** Where another call leads. */
  callTo: (id: string) => To
  /** Lists are to be read anew. */
  onChanged: () => void
}

/** What an admin can do to a call: give it to others, let the booking decide again, take back that it is a copy. */
export function CallActs({ call, roster, callTo, onChanged }: CallActsProps) {
  const mayAct = useMay('MANAGE_ORGANIZATION')
  const [asks, setAsks] = useState(false)
  const { release } = useAssignment(onChanged)
  const duplicates = useDuplicateActs(onChanged)
  const { data, complete } = useFragment({ fragment: callActs, from: call })
  if (!complete) return null
  const roles = [
    ...(data.closerAssigned ? ['CLOSER' as const] : []),
    ...(data.setterAssigned ? ['SETTER' as const] : []),
  ]
  return (
    <>
      {data.duplicateOf && (
        <div className="flex items-center gap-4 px-4 py-2 md:px-6">
          <p className="min-w-0 flex-1 text-pretty">
            This is a copy of{' '}
            <TextLink to={callTo(data.duplicateOf.id)}>
              the call of <DateTime at={data.duplicateOf.scheduledAt} />
            </TextLink>
            <span className="text-fg-2"> and counts nowhere.</span>
          </p>
          {mayAct && <Button onClick={() => void duplicates.unmerge(data.id, data.leadName)}>It is no copy</Button>}
        </div>
      )}
      {data.copies.map((copy) => (
        <div key={copy.id} className="flex items-center gap-4 px-4 py-2 md:px-6">
          <p className="min-w-0 flex-1 text-pretty text-fg-2">
            <TextLink to={callTo(copy.id)}>
              The call of <DateTime at={copy.scheduledAt} />
            </TextLink>{' '}
            is a copy of this one.
          </p>
          {mayAct && <Button onClick={() => void duplicates.unmerge(copy.id, data.leadName)}>It is no copy</Button>}
        </div>
      ))}
      {mayAct && (
        <div className="flex flex-wrap gap-2 px-4 py-2 md:px-6">
          <Button onClick={() => setAsks(true)}>Reassign</Button>
          {roles.length > 0 && (
            <Button variant="quiet" onClick={() => void release([data.id], roles)}>
              Let the booking decide
            </Button>
          )}
        </div>
      )}
      {asks && <AssignDialog eventIds={[data.id]} {...roster} onChanged={onChanged} onClose={() => setAsks(false)} />}
    </>
  )
}
