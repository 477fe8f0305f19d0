import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { useUndo } from './use-undo.ts'

export interface UndoCreditProps {
  paymentId: string
  /** The decision by hand that stands, as it was looked at. */
  decisionId: string | undefined
  onChanged?: () => void
}

/** Takes back the credit by hand in one click: what stood before it stands again, and the history keeps both. */
export function UndoCredit({ paymentId, decisionId, onChanged }: UndoCreditProps) {
  const undo = useUndo(onChanged)
  const [busy, setBusy] = useState(false)
  if (decisionId === undefined) return null
  const press = async () => {
    setBusy(true)
    await undo(paymentId, decisionId)
    setBusy(false)
  }
  return (
    <Button busy={busy} onClick={() => void press()}>
      Undo
    </Button>
  )
}
