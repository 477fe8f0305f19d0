import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { refusalOf } from '../../apollo/read-error.ts'
import { Dialog } from '../../components/dialog.tsx'
import { notify } from '../../components/notify.ts'
import { LeadForm, type LeadValues } from './lead-form.tsx'
import { createLeadMutation, updateLeadMutation } from './lead-mutations.ts'
import type { LeadRecord } from './lead-record.ts'

/** Changes a lead's name and time zone. */
export function EditLeadDialog({ lead, onClose }: { lead: LeadRecord; onClose: () => void }) {
  const [updateLead] = useMutation(updateLeadMutation)
  const send = async ({ name, timeZone }: LeadValues) => {
    try {
      await updateLead({
        variables: { input: { id: lead.id, name, timeZone: timeZone || null, clientMutationId: crypto.randomUUID() } },
      })
      return { ok: true } as const
    } catch (error) {
      return refusalOf(error, ['name', 'timeZone'])
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
  onMade: (leadId: string) => void
  onClose: () => void
}

/** Adds a lead by hand. */
export function NewLeadDialog({ onMade, onClose }: NewLeadDialogProps) {
  const [createLead] = useMutation(createLeadMutation)
  const [clientMutationId] = useState(() => crypto.randomUUID())
  const send = async ({ name, email, phone, timeZone }: LeadValues) => {
    try {
      const { data } = await createLead({
        variables: {
          input: { name, email: email || null, phone: phone || null, timeZone: timeZone || null, clientMutationId },
        },
      })
      if (data) onMade(data.createLead.lead.id)
      return { ok: true } as const
    } catch (error) {
      return refusalOf(error, ['name', 'email', 'phone', 'timeZone'])
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
