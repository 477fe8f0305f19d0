import type { FragmentType } from '@apollo/client/masking'
import { useFragment } from '@apollo/client/react'
import type { FieldDefinition } from '@clinch/schema/fields'
import { Ellipsis, Pencil, Trash2, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { graphql } from '../../apollo/generated/index.ts'
import type { PaymentEntry_PaymentFragment } from '../../apollo/generated/graphql.ts'
import { IconButton } from '../../components/button.tsx'
import { Menu, MenuItem } from '../../components/menu.tsx'
import { onDemand } from '../../lib/on-demand.tsx'
import { todayIn } from '../../lib/period.ts'
import { useNow } from '../../lib/use-now.ts'
import { useMay, useViewer } from '../../lib/viewer.ts'
import { noPackage } from './payment-words.ts'

const ChangeEntryDialog = onDemand(async () => (await import('./entry-dialogs.tsx')).ChangeEntryDialog)
const RefundDialog = onDemand(async () => (await import('./refund-dialog.tsx')).RefundDialog)
const DeleteDialog = onDemand(async () => (await import('./delete-dialog.tsx')).DeleteDialog)

const fragment = graphql(`
  fragment PaymentEntry_payment on Payment {
    id
    origin
    paidAt
    amount {
      amount
      currency
    }
    net {
      amount
      currency
    }
    offPlatformMethod
    customerName
    customerEmail
    customerPhone
    note
    ownPackage {
      id
    }
    deletion {
      id
    }
  }
`)

export interface PaymentActionsProps {
  payment: FragmentType<PaymentEntry_PaymentFragment>
  /** Own fields that have to be answered, and that the payment has no value of. */
  demanded: readonly FieldDefinition[]
  /** Whatever was done to it may show elsewhere. */
  onChanged?: () => void
}

/** What may be done to a payment as such: change it or enter a refund where it was entered by hand, and delete it. */
export function PaymentActions({ payment, demanded, onChanged = () => undefined }: PaymentActionsProps) {
  const { data, complete } = useFragment({ fragment, from: payment })
  const mayWrite = useMay('WRITE_PAYMENTS')
  const { organization } = useViewer()
  const today = todayIn(organization.timeZone, useNow())
  const [open, setOpen] = useState<'change' | 'refund' | 'delete' | null>(null)
  if (!mayWrite || !complete || data.deletion) return null
  const close = () => setOpen(null)
  const common = { paymentId: data.id, today, onClose: close }
  return (
    <>
      <Menu
        trigger={
          <IconButton label="More to do">
            <Ellipsis aria-hidden size={14} strokeWidth={1.75} />
          </IconButton>
        }
      >
        {data.origin === 'MANUAL' && (
          <MenuItem icon={Pencil} onSelect={() => setOpen('change')}>
            Change
          </MenuItem>
        )}
        {data.origin === 'MANUAL' && Number(data.net.amount) > 0 && (
          <MenuItem icon={Undo2} onSelect={() => setOpen('refund')}>
            Enter a refund
          </MenuItem>
        )}
        <MenuItem icon={Trash2} danger onSelect={() => setOpen('delete')}>
          Delete
        </MenuItem>
      </Menu>
      {open === 'change' && (
        <ChangeEntryDialog
          {...common}
          demanded={demanded}
          values={{
            amount: data.amount.amount,
            currency: data.amount.currency,
            method: data.offPlatformMethod ?? 'OTHER',
            paidOn: todayIn(organization.timeZone, new Date(data.paidAt)),
            customerEmail: data.customerEmail ?? '',
            customerName: data.customerName ?? '',
            customerPhone: data.customerPhone ?? '',
            packageId: data.ownPackage?.id ?? noPackage,
            note: data.note ?? '',
          }}
          onChanged={onChanged}
        />
      )}
      {open === 'refund' && <RefundDialog {...common} net={data.net} onRefunded={onChanged} />}
      {open === 'delete' && <DeleteDialog ids={[data.id]} onDeleted={onChanged} onClose={close} />}
    </>
  )
}
