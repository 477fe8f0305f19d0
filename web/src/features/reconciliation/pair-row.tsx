import { useState } from 'react'
import type { ReconciliationRow_PaymentFragment } from '../../apollo/generated/graphql.ts'
import { graphql } from '../../apollo/generated/index.ts'
import { Button } from '../../components/button.tsx'
import { Menu, MenuItem } from '../../components/menu.tsx'
import { formatMoney } from '../../lib/format-money.ts'
import { useMay } from '../../lib/viewer.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { MoneySide } from './money-side.tsx'
import { payerOf, toldBy, type OneSide } from './reconciliation-words.ts'
import { RejectDialog } from './reject-dialog.tsx'
import { useDecide, type Decide } from './use-decide.ts'

graphql(`
  fragment ReconciliationRow_payment on Payment {
    id
    ...ReconciliationMoney_payment @unmask
    matchCandidates {
      differs
      reason
      payment {
        id
        ...ReconciliationMoney_payment @unmask
      }
    }
  }
`)

export type ReconciliationRow = ReconciliationRow_PaymentFragment

export interface PairRowProps {
  row: ReconciliationRow
  /** The other side, where it is not the likeliest that is shown. */
  otherId?: string
  onChanged: () => void
}

/** What waits, the likeliest other side beside it, and what can be decided in one click. */
export function PairRow({ row, otherId, onChanged }: PairRowProps) {
  const mayWrite = useMay('WRITE_PAYMENTS')
  const decide = useDecide(onChanged)
  const candidates = row.matchCandidates.flatMap(({ payment, reason, differs }) =>
    payment ? [{ payment, reason, alike: differs === 'NONE' }] : [],
  )
  const best = candidates.find(({ payment }) => payment.id === otherId) ?? candidates[0]
  const others = candidates.filter((candidate) => candidate !== best).map(({ payment }) => payment)
  const matchWith = (other: OneSide) =>
    row.origin === 'FORM' ? decide.match(row.id, other.id) : decide.match(other.id, row.id)
  return (
    <li
      aria-label={`${payerOf(row)}, ${formatMoney(row.amount)}`}
      className="grid gap-x-8 gap-y-2 border-b border-line px-4 py-3 md:grid-cols-2 md:px-6 xl:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_27rem]"
    >
      <MoneySide payment={row} />
      {best ? (
        <div>
          <MoneySide payment={best.payment} note={best.reason} alike={best.alike} />
          {mayWrite && <OtherChoices others={others} onChoose={matchWith} />}
        </div>
      ) : (
        <p className="text-fg-3">{row.origin === 'FORM' ? 'No payment looks like it.' : 'No report looks like it.'}</p>
      )}
      {mayWrite && <Actions row={row} onSame={best && (() => matchWith(best.payment))} decide={decide} />}
    </li>
  )
}

/** What else it may be the same money as. */
function OtherChoices({ others, onChoose }: { others: readonly OneSide[]; onChoose: (other: OneSide) => void }) {
  if (others.length === 0) return null
  return (
    <div className="-ml-2">
      <Menu
        align="start"
        trigger={<Button variant="quiet">{others.length === 1 ? 'Or 1 other' : `Or ${others.length} others`}</Button>}
      >
        {others.map((other) => (
          <MenuItem key={other.id} onSelect={() => onChoose(other)}>
            Same as {formatMoney(other.amount)}, {payerOf(other)}, {toldBy(other)}
          </MenuItem>
        ))}
      </Menu>
    </div>
  )
}

interface ActionsProps {
  row: ReconciliationRow
  /** Takes the two for the same money; none where nothing looks like it. */
  onSame: (() => void) | undefined
  decide: Decide
}

function Actions({ row, onSame, decide }: ActionsProps) {
  const [dialog, setDialog] = useState<'confirm' | 'reject' | null>(null)
  const isReport = row.origin === 'FORM'
  if (!isReport && !onSame) return null
  const close = () => setDialog(null)
  return (
    <div className="grid grid-cols-2 items-start gap-2 md:col-span-2 md:flex md:flex-wrap xl:col-span-1 xl:justify-end">
      {onSame && (
        <Button busy={decide.busy} onClick={onSame}>
          Same money
        </Button>
      )}
      {isReport && onSame && (
        <Button variant="quiet" disabled={decide.busy} onClick={() => decide.keepApart(row.id)}>
          Keep apart
        </Button>
      )}
      {isReport && (
        <>
          <Button onClick={() => setDialog('confirm')}>Off-platform…</Button>
          <Button variant="quiet" onClick={() => setDialog('reject')}>
            Reject…
          </Button>
        </>
      )}
      {dialog === 'confirm' && <ConfirmDialog report={row} decide={decide} onClose={close} />}
      {dialog === 'reject' && <RejectDialog report={row} decide={decide} onClose={close} />}
    </div>
  )
}
