import { Dialog } from '../../components/dialog.tsx'
import { notify } from '../../components/notify.ts'
import { noPerson, PersonForm } from './person-form.tsx'
import type { RosterKind } from './person.ts'
import { usePersonChanges } from './use-person-changes.ts'

const words = {
  closer: {
    title: 'Add a closer',
    submit: 'Add closer',
    done: 'The closer is on the roster',
    what: 'takes sales calls',
  },
  setter: { title: 'Add a setter', submit: 'Add setter', done: 'The setter is on the roster', what: 'books calls' },
} as const satisfies Record<RosterKind, unknown>

export interface AddPersonDialogProps {
  kind: RosterKind
  onAdded: () => void
  onClose: () => void
}

/** Puts somebody on the roster. */
export function AddPersonDialog({ kind, onAdded, onClose }: AddPersonDialogProps) {
  const { add } = usePersonChanges(kind)
  const { title, submit, done, what } = words[kind]
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={`Somebody who ${what}. They need no account to be on the roster.`}
      actions={null}
    >
      <PersonForm
        kind={kind}
        person={noPerson}
        submitLabel={submit}
        onSend={add}
        onCancel={onClose}
        onDone={() => {
          notify.done(done)
          onAdded()
          onClose()
        }}
      />
    </Dialog>
  )
}
