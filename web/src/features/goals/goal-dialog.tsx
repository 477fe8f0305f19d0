import { Dialog } from '../../components/dialog.tsx'
import { notify } from '../../components/notify.ts'
import { todayIn } from '../../lib/period.ts'
import { useNamedAct } from '../../lib/use-named-act.ts'
import { useNow } from '../../lib/use-now.ts'
import { useViewer } from '../../lib/viewer.ts'
import { GoalForm } from './goal-form.tsx'
import type { GoalPerson, Goals } from './use-goals.ts'

export interface GoalDialogProps {
  person: GoalPerson
  onSet: Goals['set']
  onClose: () => void
}

/** Sets a goal of somebody on the roster. */
export function GoalDialog({ person, onSet, onClose }: GoalDialogProps) {
  const { currency, timeZone } = useViewer().organization
  const today = todayIn(timeZone, useNow())
  const named = useNamedAct()
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`A goal for ${person.name}`}
      description="One of the same figure and days takes the place of the one before."
      actions={null}
    >
      <GoalForm
        currency={currency}
        today={today}
        kind={person.kind}
        onSend={(goal) => onSet(named(goal))}
        onDone={() => {
          onClose()
          notify.done('The goal was set')
        }}
        onCancel={onClose}
      />
    </Dialog>
  )
}
