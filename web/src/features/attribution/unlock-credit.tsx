import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { FormProblem } from '../../components/form-problem.tsx'
import type { FormResult } from '../../lib/form-result.ts'

export interface UnlockCreditProps {
  /** What is unlocked: `$3,000.00 from Hannah Brandt`. */
  what: string
  /** Whom it is credited to now. */
  names: readonly string[]
  /** Who decided so by hand. */
  decidedBy: string
  /** Hands it back to the rules. The id stands for one opening of the dialog: sent twice, it is done once. */
  onUnlock: (clientMutationId: string) => Promise<FormResult<never>>
  onDone: () => void
}

/** Hands the credit of a payment back to the rules, after saying what that means. */
export function UnlockCredit({ what, names, decidedBy, onUnlock, onDone }: UnlockCreditProps) {
  const [opening, setOpening] = useState<string | null>(null)
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const turn = (open: boolean) => {
    setProblem(undefined)
    setOpening(open ? crypto.randomUUID() : null)
  }
  const confirm = async () => {
    if (opening === null) return
    setBusy(true)
    const result = await onUnlock(opening)
    setBusy(false)
    if (!result.ok) return setProblem(result.message)
    turn(false)
    onDone()
  }
  return (
    <>
      <Button onClick={() => turn(true)}>Unlock</Button>
      <Dialog
        open={opening !== null}
        onOpenChange={turn}
        title={`Unlock the credit of ${what}?`}
        description={
          <p>
            The rules decide again at once, from what is known today, and may credit somebody else or nobody. It is
            credited to {names.length > 0 ? names.join(' and ') : 'nobody'} now, by {decidedBy}; that decision stays in
            the history.
          </p>
        }
        actions={
          <>
            <Button size="md" onClick={() => turn(false)}>
              Keep it locked
            </Button>
            <Button size="md" variant="primary" busy={busy} onClick={() => void confirm()}>
              Unlock
            </Button>
          </>
        }
      >
        {problem && <FormProblem message={problem} />}
      </Dialog>
    </>
  )
}
