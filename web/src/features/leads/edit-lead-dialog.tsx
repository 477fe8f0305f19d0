import { useMutation } from '@apollo/client/react'
import type { FieldDefinition } from '@clinch/schema/fields'
import { readError, refusalOf } from '../../apollo/read-error.ts'
import { Dialog } from '../../components/dialog.tsx'
import { notify } from '../../components/notify.ts'
import { unanswered } from '../../lib/form-result.ts'
import { useNamedAct } from '../../lib/use-named-act.ts'
import { useOwnEntry } from '../../lib/use-own-entry.ts'
import { LeadForm, type LeadValues } from './lead-form.tsx'
import { createLeadMutation, updateLeadMutation } from './lead-mutations.ts'
import type { LeadRecord } from './lead-record.ts'

export interface EditLeadDialogProps {
  lead: LeadRecord
  /** Own fields that have to be answered, and that the lead has no value of. */
  demanded: readonly FieldDefinition[]
  onClose: () => void
}

/** Changes a lead's name and time zone. */
export function EditLeadDialog({ lead, demanded, onClose }: EditLeadDialogProps) {
  const [updateLead] = useMutation(updateLeadMutation)
  const own = useOwnEntry(demanded, { path: 'customFields' })
  const send = async ({ name, timeZone }: LeadValues) => {
    const customFields = own.read()
    if (!customFields) return unanswered
    try {
      const values = { id: lead.id, name, timeZone: timeZone || null, customFields }
      await updateLead({ variables: { input: { ...values, clientMutationId: crypto.randomUUID() } } })
      return { ok: true } as const
    } catch (error) {
      return own.told(readError(error).fields) ? unanswered : refusalOf(error, ['name', 'timeZone'])
    }
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Edit ${lead.fullName}`}
      description="Addresses are changed where they stand."
      actions={null}
    >
      <LeadForm
        lead={{ name: lead.fullName, timeZone: lead.timeZone ?? '' }}
        own={own}
        submitLabel="Save"
        onSend={send}
        onCancel={onClose}
        onDone={() => {
          notify.done('The lead was saved')
          onClose()
        }}
      />
    </Dialog>
  )
}

export interface NewLeadDialogProps {
  /** Own fields that have to be answered. */
  demanded: readonly FieldDefinition[]
  onMade: (leadId: string) => void
  onClose: () => void
}

/** Adds a lead by hand. */
export function NewLeadDialog({ demanded, onMade, onClose }: NewLeadDialogProps) {
  const [createLead] = useMutation(createLeadMutation)
  const own = useOwnEntry(demanded, { path: 'customFields' })
  const named = useNamedAct()
  const send = async ({ name, email, phone, timeZone }: LeadValues) => {
    const customFields = own.read()
    if (!customFields) return unanswered
    try {
      const values = { name, email: email || null, phone: phone || null, timeZone: timeZone || null, customFields }
      const { data } = await createLead({ variables: { input: named(values) } })
      if (data) onMade(data.createLead.lead.id)
      return { ok: true } as const
    } catch (error) {
      const names = ['name', 'email', 'phone', 'timeZone'] as const
      return own.told(readError(error).fields) ? unanswered : refusalOf(error, names)
    }
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Add a lead"
      description="Payments that wait for one of their addresses are credited at once."
      actions={null}
    >
      <LeadForm
        lead={{ name: '', email: '', phone: '', timeZone: '' }}
        own={own}
        submitLabel="Add lead"
        onSend={send}
        onCancel={onClose}
        onDone={() => {
          notify.done('The lead was added')
          onClose()
        }}
      />
    </Dialog>
  )
}
