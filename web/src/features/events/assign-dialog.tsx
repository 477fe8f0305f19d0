import { useState } from 'react'
import { Dialog } from '../../components/dialog.tsx'
import type { Option } from '../../components/option.ts'
import { formatCount } from '../../lib/format-count.ts'
import { AssignForm } from './assign-form.tsx'
import { useAssignment } from './use-assignment.ts'

export interface AssignDialogProps {
  eventIds: readonly string[]
  /** Who is on the roster; who left is no choice. */
  closers: readonly Option[]
  setters: readonly Option[]
  /** Lists and counts are to be read anew. */
  onChanged: () => void
  onClose: () => void
}

const here = (people: readonly Option[]): readonly Option[] => people.filter(({ detail }) => detail === undefined)

/** Asks whom to give one call or many to. */
export function AssignDialog({ eventIds, closers, setters, onChanged, onClose }: AssignDialogProps) {
  const { assign } = useAssignment(onChanged)
  const [clientMutationId] = useState(() => crypto.randomUUID())
  const what = eventIds.length === 1 ? '1 call' : `${formatCount(eventIds.length)} calls`
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Reassign ${what}`}
      description="It holds whatever the booking tool tells later, also for what a call is moved to. Payments are credited anew."
      actions={null}
    >
      <AssignForm
        what={what}
        closers={here(closers)}
        setters={here(setters)}
        onSend={(to) => assign(eventIds, to, clientMutationId)}
        onDone={onClose}
        onCancel={onClose}
      />
    </Dialog>
  )
}
