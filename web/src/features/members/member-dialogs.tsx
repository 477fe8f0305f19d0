import { useState, type ReactNode } from 'react'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { FormProblem } from '../../components/form-problem.tsx'
import { TypedConfirmation } from '../../components/typed-confirmation.tsx'
import type { FormResult, WayOut } from '../../lib/form-result.ts'
import type { MemberAct } from './member-acts.ts'

interface Named {
  name: string
  email: string
}

export interface MemberDialogProps {
  act: MemberAct
  member: Named
  organizationName: string
  /** Does it. */
  onSend: () => Promise<FormResult<string>>
  onDone: () => void
  onClose: () => void
}

interface Words {
  title: string
  description: ReactNode
  /** The way back, and the verb. */
  keep: string
  verb: string
  danger: boolean
}

const wordsOf = (act: Exclude<MemberAct, 'hand-over'>, { name }: Named, organizationName: string): Words => {
  switch (act) {
    case 'make-admin':
      return {
        title: `Make ${name} an admin?`,
        description: 'They see and change everything but the ownership: settings, keys, members, all rows.',
        keep: 'Leave it',
        verb: 'Make them an admin',
        danger: false,
      }
    case 'make-rep':
      return {
        title: `Make ${name} a sales rep?`,
        description: 'From their next step on they see their own calls, forms and figures alone.',
        keep: 'Leave it',
        verb: 'Make them a sales rep',
        danger: false,
      }
    case 'remove':
      return {
        title: `Remove ${name}?`,
        description:
          'They cannot open the organization any more, and their seat is free. What they did stays, and so do they on the roster.',
        keep: 'Keep them',
        verb: `Remove ${name}`,
        danger: true,
      }
    case 'leave':
      return {
        title: `Leave ${organizationName}?`,
        description: 'You cannot open it any more, until somebody there invites you again.',
        keep: 'Stay',
        verb: `Leave ${organizationName}`,
        danger: true,
      }
  }
}

/** Asks once more, naming who and what, before a member's standing is changed. */
export function MemberDialog({ act, member, organizationName, onSend, onDone, onClose }: MemberDialogProps) {
  const [problem, setProblem] = useState<{ message: string; wayOut?: WayOut }>()
  const [busy, setBusy] = useState(false)
  const close = (open: boolean) => !open && onClose()
  if (act === 'hand-over') {
    return (
      <Dialog
        open
        onOpenChange={close}
        title={`Hand ${organizationName} over to ${member.name}?`}
        description="They become its owner: they alone may hand it over, delete it and choose its plan. You stay as an admin, and cannot take it back by yourself."
        actions={null}
      >
        <TypedConfirmation
          expected={member.email}
          noun="their address"
          label="Hand it over"
          cancelLabel="Keep it"
          onConfirm={onSend}
          onDone={onDone}
          onCancel={onClose}
        />
      </Dialog>
    )
  }
  const { title, description, keep, verb, danger } = wordsOf(act, member, organizationName)
  const send = async () => {
    setBusy(true)
    const result = await onSend()
    setBusy(false)
    if (result.ok) onDone()
    else setProblem(result)
  }
  return (
    <Dialog
      open
      onOpenChange={close}
      title={title}
      description={description}
      actions={
        <>
          <Button size="md" onClick={onClose}>
            {keep}
          </Button>
          <Button size="md" variant={danger ? 'danger' : 'primary'} busy={busy} onClick={() => void send()}>
            {verb}
          </Button>
        </>
      }
    >
      {problem && <FormProblem message={problem} />}
    </Dialog>
  )
}
