import type { ReactNode } from 'react'
import { Dialog } from '../../components/dialog.tsx'
import { notify } from '../../components/notify.ts'
import { useEnterOrganization } from './enter-organization.ts'
import type { OrganizationRow } from './organization-row.ts'
import { PlanForm } from './plan-form.tsx'
import { ourLog } from './reason-field.tsx'
import { ReasonForm } from './reason-form.tsx'
import { TrialForm } from './trial-form.tsx'
import { useOperatorActs } from './use-operator-acts.ts'

/** Which of an operator's acts is being asked about. */
export type OperatorAct = 'plan' | 'trial' | 'suspend' | 'reopen' | 'delete' | 'restore' | 'act'

export interface OrganizationDialogProps {
  act: OperatorAct
  organization: Pick<OrganizationRow, 'id' | 'name' | 'plan' | 'extraSeats' | 'trialEndsAt'>
  /** It was done, and the organization is known as it is now. */
  onActed: () => void
  onClose: () => void
}

/** Asks what an act needs to know, why it is done first of all, and does it. */
export function OrganizationDialog(props: OrganizationDialogProps) {
  const { title, description, form } = useQuestion(props)
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={title}
      description={description}
      actions={null}
    >
      {form}
    </Dialog>
  )
}

function useQuestion({ act, organization, onActed, onClose }: OrganizationDialogProps): {
  title: string
  description: string
  form: ReactNode
} {
  const enter = useEnterOrganization()
  const acts = useOperatorActs(organization.id, onActed)
  const { name } = organization
  const done = (text: string) => () => {
    notify.done(text)
    onClose()
  }
  switch (act) {
    case 'plan':
      return {
        title: `Set the plan of ${name}`,
        description: 'It holds at once. Members that it has beyond the seats stay; nobody more can join.',
        form: (
          <PlanForm
            plan={organization.plan}
            extraSeats={organization.extraSeats}
            onSend={acts.setPlan}
            onDone={done(`The plan of ${name} is set`)}
            onCancel={onClose}
          />
        ),
      }
    case 'trial':
      return {
        title: `Extend the trial of ${name}`,
        description: 'If it is over, everything can be changed again, and deliveries that waited are processed.',
        form: (
          <TrialForm
            suggested={twoWeeksLater(organization.trialEndsAt)}
            onSend={acts.extendTrial}
            onDone={done(`The trial of ${name} is extended`)}
            onCancel={onClose}
          />
        ),
      }
    case 'suspend':
      return {
        title: `Suspend ${name}?`,
        description:
          'Nobody gets in: no member, no key, no portal link. Webhooks are stored, and processed when it is open again.',
        form: (
          <ReasonForm
            verb="Suspend it"
            danger
            hint="Its members are told this."
            onSend={acts.suspend}
            onDone={done(`${name} is suspended`)}
            onCancel={onClose}
          />
        ),
      }
    case 'reopen':
      return {
        title: `Open ${name} again?`,
        description: 'Everybody gets in again, and deliveries that waited are processed.',
        form: (
          <ReasonForm
            verb="Open it"
            hint={ourLog}
            onSend={acts.reopen}
            onDone={done(`${name} is open`)}
            onCancel={onClose}
          />
        ),
      }
    case 'delete':
      return {
        title: `Delete ${name}?`,
        description:
          'It shuts now. After 30 days all of its rows are deleted for good; until then an operator can restore it. Its owner cannot.',
        form: (
          <ReasonForm
            verb="Delete it"
            danger
            hint={ourLog}
            confirmName={name}
            onSend={acts.remove}
            onDone={done(`${name} will be deleted in 30 days`)}
            onCancel={onClose}
          />
        ),
      }
    case 'restore':
      return {
        title: `Restore ${name}?`,
        description:
          'It is at once what it was before, with everything that it had: open, or suspended if it had been.',
        form: (
          <ReasonForm
            verb="Restore it"
            hint={ourLog}
            onSend={acts.restore}
            onDone={done(`${name} is restored`)}
            onCancel={onClose}
          />
        ),
      }
    case 'act':
      return {
        title: `Act for ${name}?`,
        description:
          'For one hour you see and change what an admin may. Each change carries your name, in its own audit log too.',
        form: (
          <ReasonForm
            verb="Act for it"
            hint="Its admins read this in their audit log."
            onSend={acts.actFor}
            onDone={() => enter(organization.id)}
            onCancel={onClose}
          />
        ),
      }
  }
}

/** The day two weeks after the trial's end, or after today where that has passed. */
function twoWeeksLater(trialEndsAt: string | null): string {
  const from = Math.max(Date.now(), trialEndsAt === null ? 0 : Date.parse(trialEndsAt))
  return new Date(from + 14 * 86_400_000).toISOString().slice(0, 10)
}
