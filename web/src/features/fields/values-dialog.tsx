import { useState } from 'react'
import type { CustomFieldSubject } from '../../apollo/generated/graphql.ts'
import { readError } from '../../apollo/read-error.ts'
import { Dialog } from '../../components/dialog.tsx'
import { FormActions } from '../../components/form-actions.tsx'
import { FormFrame } from '../../components/form-frame.tsx'
import { notify } from '../../components/notify.ts'
import { OwnFields } from '../../components/own-fields.tsx'
import { toAnswers } from '../../lib/field-answers.ts'
import { useNamedAct } from '../../lib/use-named-act.ts'
import { useOwnEntry } from '../../lib/use-own-entry.ts'
import { useViewer } from '../../lib/viewer.ts'
import { heldOptions, toDefinition, toValues, type WireField, type WireValue } from './field-parts.ts'
import { useSetValues } from './use-set-values.ts'

export interface ValuesDialogProps {
  subject: CustomFieldSubject
  id: string
  name: string
  fields: readonly WireField[]
  values: readonly WireValue[]
  onSaved: () => void
  onClose: () => void
}

/** Changes the own fields of a lead, a call or a payment. Only what was changed is sent, so that nobody else's change is undone. */
export function ValuesDialog({ subject, id, name, fields, values, onSaved, onClose }: ValuesDialogProps) {
  const { organization } = useViewer()
  const send = useSetValues(subject)
  const named = useNamedAct()
  const definitions = fields.map((field) => toDefinition(field, heldOptions(values)))
  const entry = useOwnEntry(definitions, { path: 'values', start: toAnswers(toValues(values)) })
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)

  const submit = async () => {
    setProblem(undefined)
    const written = entry.read()
    if (!written) return
    setBusy(true)
    try {
      await send(named({ id, values: written }))
      notify.done('The fields were saved')
      onSaved()
      onClose()
    } catch (error) {
      const { title, advice, fields: refused } = readError(error)
      if (!entry.told(refused)) setProblem(`${title}. ${advice}`)
    } finally {
      setBusy(false)
    }
  }
  const mayBeEmpty = definitions.some(({ required }) => !required)
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Fields of ${name}`}
      description={mayBeEmpty ? 'What is left empty has no value.' : 'Each of them has to be answered.'}
      actions={null}
    >
      <FormFrame onSubmit={submit} problem={problem === undefined ? undefined : { message: problem }}>
        <OwnFields entry={entry} currency={organization.currency} />
        <FormActions busy={busy} onCancel={onClose} disabled={!entry.isChanged}>
          Save
        </FormActions>
      </FormFrame>
    </Dialog>
  )
}
