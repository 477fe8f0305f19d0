import { useMutation } from '@apollo/client/react'
import { useRef, useState } from 'react'
import { graphql } from '../../apollo/generated/index.ts'
import { refusalOf } from '../../apollo/read-error.ts'
import { Dialog } from '../../components/dialog.tsx'
import { notify } from '../../components/notify.ts'
import type { FormResult } from '../../lib/form-result.ts'
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

const sent = async (work: Promise<unknown>): Promise<FormResult<keyof EntryValues>> => {
  try {
    await work
    return { ok: true }
  } catch (error) {
    return refusalOf(error, fieldNames)
  }
}

export interface AddPaymentDialogProps {
  currency: string
  /** The organization's day. */
  today: string
  onAdded: (paymentId: string) => void
  onClose: () => void
}

/** Enters money that no processor tells of. */
export function AddPaymentDialog({ currency, today, onAdded, onClose }: AddPaymentDialogProps) {
  const packages = usePackageOptions()
  const [record] = useMutation(recordMutation)
  const made = useRef<{ id: string; summary: string }>(null)
  const [clientMutationId] = useState(() => crypto.randomUUID())
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
        packages={packages}
        today={today}
        submitLabel="Add payment"
        onSend={(values) =>
          sent(
            record({ variables: { input: { ...toEntryInput(values), clientMutationId } } }).then(({ data }) => {
              const payment = data?.recordPayment.payment
              made.current = payment ? { id: payment.id, summary: payment.attribution.summary } : null
            }),
          )
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
  values: EntryValues
  today: string
  onChanged: () => void
  onClose: () => void
}

/** Changes a payment that was entered by hand. */
export function ChangeEntryDialog({ paymentId, values, today, onChanged, onClose }: ChangeEntryDialogProps) {
  const packages = usePackageOptions()
  const [update] = useMutation(updateMutation)
  const [clientMutationId] = useState(() => crypto.randomUUID())
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
        packages={packages}
        today={today}
        submitLabel="Save"
        onSend={(typed) => {
          // An untouched day stays the instant that it is.
          const { paidOn, ...input } = toEntryInput(typed)
          const day = paidOn === values.paidOn ? {} : { paidOn }
          return sent(update({ variables: { input: { paymentId, ...input, ...day, clientMutationId } } }))
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
