import type { FragmentType } from '@apollo/client/masking'
import { useFragment } from '@apollo/client/react'
import { Trash2 } from 'lucide-react'
import { graphql } from '../../apollo/generated/index.ts'
import type { PaymentDeletion_PaymentFragment } from '../../apollo/generated/graphql.ts'
import { Button } from '../../components/button.tsx'
import { DateTime } from '../../components/figures.tsx'
import { useMay } from '../../lib/viewer.ts'
import { paymentsInWords, useDeletion } from './use-deletion.ts'

const fragment = graphql(`
  fragment PaymentDeletion_payment on Payment {
    id
    deletion {
      id
      reason
      deletedBy
      deletedAt
      payments
    }
  }
`)

export interface PaymentDeletionProps {
  payment: FragmentType<PaymentDeletion_PaymentFragment>
  onRestored?: () => void
}

/** Over a deleted payment: that it is, by whom and why, and the way back. Nothing for any other. */
export function PaymentDeletion({ payment, onRestored = () => undefined }: PaymentDeletionProps) {
  const { data, complete } = useFragment({ fragment, from: payment })
  const { busy, restorePayments, restoreDeletion } = useDeletion(onRestored)
  const mayWrite = useMay('WRITE_PAYMENTS')
  if (!complete || !data.deletion) return null
  const { id, reason, deletedBy, deletedAt, payments } = data.deletion
  return (
    <div role="status" className="flex flex-wrap items-start gap-x-4 gap-y-2 bg-warn-soft px-4 py-3 md:px-6">
      <Trash2 aria-hidden size={16} strokeWidth={1.75} className="mt-0.5 text-warn" />
      <p className="min-w-0 flex-1 basis-52 text-pretty">
        <span className="font-medium">Deleted, so it counts nowhere.</span> {deletedBy}, <DateTime at={deletedAt} />:{' '}
        {reason}
      </p>
      {mayWrite && (
        <span className="flex flex-wrap gap-2">
          <Button busy={busy} onClick={() => restorePayments([data.id])}>
            Restore
          </Button>
          {payments > 1 && (
            <Button busy={busy} onClick={() => restoreDeletion(id)}>
              Restore all {paymentsInWords(payments)}
            </Button>
          )}
        </span>
      )}
    </div>
  )
}
