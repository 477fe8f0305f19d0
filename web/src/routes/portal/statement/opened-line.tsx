import { useState } from 'react'
import { Button, ButtonLink } from '../../../components/button.tsx'
import { DisputeForm } from '../../../features/statement/dispute-form.tsx'
import { DisputeState } from '../../../features/statement/dispute-state.tsx'
import { LineAmounts } from '../../../features/statement/line-amounts.tsx'
import type { StatementLine } from '../../../features/statement/statement-line.ts'
import { WithdrawButton } from '../../../features/statement/withdraw-button.tsx'
import { Why } from './why.tsx'

const heading = 'mt-5 mb-2 font-semibold text-fg-2'

/** A line of the statement that is open: how it is worked out, why it is theirs, and what they say of it. */
export function OpenedLine({ line, name, onChanged }: { line: StatementLine; name: string; onChanged: () => void }) {
  const [writing, setWriting] = useState(false)
  const { id, creditDisputes, event } = line.payment
  const [dispute] = creditDisputes
  return (
    <>
      <LineAmounts line={line} />
      <h4 className={heading}>Why?</h4>
      <Why paymentId={id} name={name} />
      {dispute && (
        <>
          <h4 className={heading}>What you said of it</h4>
          <DisputeState dispute={dispute}>
            {dispute.state === 'OPEN' && <WithdrawButton disputeId={dispute.id} />}
          </DisputeState>
        </>
      )}
      <div className="mt-5 flex flex-wrap gap-2">
        {event && !writing && (
          <ButtonLink to={`/calls/${event.id}`} size="touch">
            Open the call
          </ButtonLink>
        )}
        {dispute?.state !== 'OPEN' && !writing && (
          <Button size="touch" onClick={() => setWriting(true)}>
            {dispute ? 'Dispute it again' : 'Dispute this line'}
          </Button>
        )}
      </div>
      {writing && (
        <DisputeForm
          paymentId={id}
          onCancel={() => setWriting(false)}
          onDone={() => {
            setWriting(false)
            onChanged()
          }}
        />
      )}
    </>
  )
}
