import { useMutation } from '@apollo/client/react'
import { graphql } from '../../apollo/generated/index.ts'
import type { CustomFieldSubject } from '../../apollo/generated/graphql.ts'
import { readError, type ReadableError } from '../../apollo/read-error.ts'
import { Dialog } from '../../components/dialog.tsx'
import { notify } from '../../components/notify.ts'
import { toEnum } from '../../lib/enum-names.ts'
import { useNamedAct } from '../../lib/use-named-act.ts'
import { FieldForm, type FieldAsTyped } from './field-form.tsx'
import { kindOf, toOption, type WireField } from './field-parts.ts'

const createMutation = graphql(`
  mutation CreateCustomField($input: CreateCustomFieldInput!) {
    createCustomField(input: $input) {
      customField {
        ...CustomFieldParts_field @unmask
      }
    }
  }
`)

const updateMutation = graphql(`
  mutation UpdateCustomField($input: UpdateCustomFieldInput!) {
    updateCustomField(input: $input) {
      customField {
        ...CustomFieldParts_field @unmask
      }
    }
  }
`)

/** Of what it is a field, in a sentence. */
const ofWhat: Readonly<Record<CustomFieldSubject, string>> = { LEAD: 'leads', EVENT: 'calls', PAYMENT: 'payments' }

export interface FieldDialogProps {
  subject: CustomFieldSubject
  /** The one to change; null to add one. */
  field: WireField | null
  /** The list is to be read anew. */
  onSaved: () => void
  onClose: () => void
}

/** Adds a field, or changes what one is called, its help, whether it has to be answered, and its options. */
export function FieldDialog({ subject, field, onSaved, onClose }: FieldDialogProps) {
  const [create] = useMutation(createMutation)
  const [update] = useMutation(updateMutation)
  const named = useNamedAct()
  const send = async ({ kind, label, help, required, options }: FieldAsTyped): Promise<ReadableError | null> => {
    const told = {
      label,
      help: help.trim() === '' ? null : help,
      required,
      options:
        options?.map((option) => ({
          key: option.key,
          label: option.label,
          color: option.color && toEnum(option.color),
        })) ?? null,
    }
    try {
      await (field
        ? update({ variables: { input: named({ id: field.id, ...told }) } })
        : create({ variables: { input: named({ subject, kind: toEnum(kind), ...told }) } }))
      return null
    } catch (error) {
      return readError(error)
    }
  }
  const optionsThat = (retired: boolean) =>
    (field?.options ?? [])
      .filter((option) => option.retired === retired)
      .map((option) => ({ ...toOption(option), id: option.key }))
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={field ? field.label : `Add a field to ${ofWhat[subject]}`}
      description={
        field
          ? `Its key is ${field.key}: programs write and read it by that.`
          : 'It stands with the others on their panels and pages, and lists can be filtered by it.'
      }
      actions={null}
    >
      <FieldForm
        start={{
          kind: field ? kindOf(field) : 'text',
          label: field?.label ?? '',
          help: field?.help ?? '',
          required: field?.required ?? false,
          options: optionsThat(false),
        }}
        retired={optionsThat(true)}
        isNew={field === null}
        onSend={send}
        onCancel={onClose}
        onDone={() => {
          notify.done(field ? 'The field was saved' : 'The field was added')
          onSaved()
          onClose()
        }}
      />
    </Dialog>
  )
}
