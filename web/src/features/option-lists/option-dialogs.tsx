import { useMutation } from '@apollo/client/react'
import type { OutcomeRow_OutcomeFragment, StatusRow_StatusFragment } from '../../apollo/generated/graphql.ts'
import { graphql } from '../../apollo/generated/index.ts'
import { refusalOf } from '../../apollo/read-error.ts'
import { Dialog } from '../../components/dialog.tsx'
import { notify } from '../../components/notify.ts'
import type { FormResult } from '../../lib/form-result.ts'
import { useNamedAct } from '../../lib/use-named-act.ts'
import { OptionForm, type OptionValues } from './option-form.tsx'
import { formsInWords } from './option-words.ts'

const createOutcomeMutation = graphql(`
  mutation CreateCallOutcome($input: CreateCallOutcomeInput!) {
    createCallOutcome(input: $input) {
      callOutcome {
        id
      }
    }
  }
`)

const updateOutcomeMutation = graphql(`
  mutation UpdateCallOutcome($input: UpdateCallOutcomeInput!) {
    updateCallOutcome(input: $input) {
      callOutcome {
        ...OutcomeRow_outcome @unmask
      }
    }
  }
`)

const createStatusMutation = graphql(`
  mutation CreateOpportunityStatus($input: CreateOpportunityStatusInput!) {
    createOpportunityStatus(input: $input) {
      opportunityStatus {
        id
      }
    }
  }
`)

const updateStatusMutation = graphql(`
  mutation UpdateOpportunityStatus($input: UpdateOpportunityStatusInput!) {
    updateOpportunityStatus(input: $input) {
      opportunityStatus {
        ...StatusRow_status @unmask
      }
    }
  }
`)

const sent = async (work: Promise<unknown>): Promise<FormResult<keyof OptionValues>> => {
  try {
    await work
    return { ok: true }
  } catch (error) {
    return refusalOf(error, ['label', 'color', 'outcome'] as const)
  }
}

export interface OptionDialogProps<Option> {
  /** The one to change; null to add one. */
  option: Option | null
  /** The list is to be read anew. */
  onSaved: () => void
  onClose: () => void
}

/** Adds or changes an outcome. What it means stays once a form says it. */
export function OutcomeDialog({ option, onSaved, onClose }: OptionDialogProps<OutcomeRow_OutcomeFragment>) {
  const [create] = useMutation(createOutcomeMutation)
  const [update] = useMutation(updateOutcomeMutation)
  const named = useNamedAct()
  const fixed =
    option && option.formCount > 0
      ? `${formsInWords(option.formCount)} ${option.formCount === 1 ? 'says' : 'say'} it, so what it means stays. Retire it and add another to change that.`
      : undefined
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={option ? option.label : 'Add an outcome'}
      description={
        option
          ? 'Forms that name it show the new name.'
          : 'A way in which your calls end, offered on the post-call form.'
      }
      actions={null}
    >
      <OptionForm
        values={option ?? { label: '', color: 'SLATE', outcome: 'CLOSED' }}
        {...(fixed !== undefined && { outcomeFixed: fixed })}
        submitLabel={option ? 'Save' : 'Add outcome'}
        onSend={({ label, color, outcome }) => {
          const means = outcome ?? 'CLOSED'
          return sent(
            option
              ? update({ variables: { input: named({ id: option.id, label, color, outcome: means }) } })
              : create({ variables: { input: named({ label, color, outcome: means }) } }),
          )
        }}
        onCancel={onClose}
        onDone={() => {
          notify.done(option ? 'The outcome was saved' : 'The outcome was added')
          onSaved()
          onClose()
        }}
      />
    </Dialog>
  )
}

/** Adds or changes an opportunity status. */
export function StatusDialog({ option, onSaved, onClose }: OptionDialogProps<StatusRow_StatusFragment>) {
  const [create] = useMutation(createStatusMutation)
  const [update] = useMutation(updateStatusMutation)
  const named = useNamedAct()
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={option ? option.label : 'Add a status'}
      description={
        option
          ? 'Forms that name it show the new name.'
          : 'Where a deal stands after a call, offered on the post-call form.'
      }
      actions={null}
    >
      <OptionForm
        values={{ label: option?.label ?? '', color: option?.color ?? 'SLATE', outcome: null }}
        submitLabel={option ? 'Save' : 'Add status'}
        onSend={({ label, color }) =>
          sent(
            option
              ? update({ variables: { input: named({ id: option.id, label, color }) } })
              : create({ variables: { input: named({ label, color }) } }),
          )
        }
        onCancel={onClose}
        onDone={() => {
          notify.done(option ? 'The status was saved' : 'The status was added')
          onSaved()
          onClose()
        }}
      />
    </Dialog>
  )
}
