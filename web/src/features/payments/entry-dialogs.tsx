import { useMutation } from '@apollo/client/react'
import type { FieldDefinition } from '@clinch/schema/fields'
import { useRef } from 'react'
import { graphql } from '../../apollo/generated/index.ts'
import { readError, refusalOf } from '../../apollo/read-error.ts'
import { Dialog } from '../../components/dialog.tsx'
import { notify } from '../../components/notify.ts'
import { type FormResult, unanswered } from '../../lib/form-result.ts'
import { useNamedAct } from '../../lib/use-named-act.ts'
import type { EnteredValue } from '../../lib/entered-values.ts'
import { type OwnEntry, useOwnEntry } from '../../lib/use-own-entry.ts'
import { EntryForm } from './entry-form.tsx'
import { entrySchema, toEntryInput, type EntryValues } from './entry-values.ts'
import { noPackage } from './payment-words.ts'
import { usePackageOptions } from './use-package-options.ts'

const recordMutation = graphql(`
  mutation RecordPayment($input: RecordPaymentInput!) {
    recordPayment(input: $input) {
      payment {
        id
        attribution {
          summary
        }
      }
    }
  }
`)

const updateMutation = graphql(`
  mutation UpdateRecordedPayment($input: UpdateRecordedPaymentInput!) {
    updateRecordedPayment(input: $input) {
      payment {
        id
        ...PaymentChanged_payment
      }
    }
  }
`)

const fieldNames = Object.keys(entrySchema.shape) as (keyof EntryValues)[]

/** Sends a payment with what was entered of own fields, and says at each field what is wrong with it. */
async function sent(
  own: OwnEntry,
  work: (customFields: EnteredValue[]) => Promise<unknown>,
): Promise<FormResult<keyof EntryValues>> {
  const customFields = own.read()
  if (!customFields) return unanswered
  try {
    await work(customFields)
    return { ok: true }
  } catch (error) {
    return own.told(readError(error).fields) ? unanswered : refusalOf(error, fieldNames)
  }
}

export interface AddPaymentDialogProps {
  /** Own fields that have to be answered. */
  demanded: readonly FieldDefinition[]
  currency: string
  /** The organization's day. */
  today: string
  onAdded: (paymentId: string) => void
  onClose: () => void
}

/** Enters money that no processor tells of. */
export function AddPaymentDialog({ demanded, currency, today, onAdded, onClose }: AddPaymentDialogProps) {
  const packages = usePackageOptions()
  const [record] = useMutation(recordMutation)
  const made = useRef<{ id: string; summary: string }>(null)
  const named = useNamedAct()
  const own = useOwnEntry(demanded, { path: 'customFields' })
  const empty = {
    amount: '',
    currency,
    method: 'WIRE',
    paidOn: today,
    customerEmail: '',
    customerName: '',
    customerPhone: '',
    packageId: noPackage,
    note: '',
  } as const
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Add a payment"
      description="For money that no processor tells of: a wire, cash, a check. It counts and is credited as any other."
      actions={null}
    >
      <EntryForm
        values={empty}
        own={own}
        packages={packages}
        today={today}
        submitLabel="Add payment"
        onSend={(values) =>
          sent(own, async (customFields) => {
            const { data } = await record({ variables: { input: named({ ...toEntryInput(values), customFields }) } })
            const payment = data?.recordPayment.payment
            made.current = payment ? { id: payment.id, summary: payment.attribution.summary } : null
          })
        }
        onCancel={onClose}
        onDone={() => {
          notify.done('The payment is added', { detail: made.current?.summary })
          if (made.current) onAdded(made.current.id)
          onClose()
        }}
      />
    </Dialog>
  )
}

export interface ChangeEntryDialogProps {
  paymentId: string
  /** Own fields that have to be answered, and that the payment has no value of. */
  demanded: readonly FieldDefinition[]
  values: EntryValues
  today: string
  onChanged: () => void
  onClose: () => void
}

/** Changes a payment that was entered by hand. */
export function ChangeEntryDialog({ paymentId, demanded, values, today, onChanged, onClose }: ChangeEntryDialogProps) {
  const packages = usePackageOptions()
  const [update] = useMutation(updateMutation)
  const named = useNamedAct()
  const own = useOwnEntry(demanded, { path: 'customFields' })
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Change the payment"
      description="It was entered by hand. Its credit is decided anew, unless it is locked."
      actions={null}
    >
      <EntryForm
        values={values}
        own={own}
        packages={packages}
        today={today}
        submitLabel="Save"
        onSend={(typed) => {
          // An untouched day stays the instant that it is.
          const { paidOn, ...input } = toEntryInput(typed)
          const day = paidOn === values.paidOn ? {} : { paidOn }
          return sent(own, (customFields) =>
            update({ variables: { input: named({ paymentId, ...input, ...day, customFields }) } }),
          )
        }}
        onCancel={onClose}
        onDone={() => {
          notify.done('The payment is changed')
          onChanged()
          onClose()
        }}
      />
    </Dialog>
  )
}
