import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { tryAct } from '../../apollo/try-act.ts'
import { Button } from '../../components/button.tsx'
import { withdrawCreditDispute } from './dispute-mutations.ts'

/** Takes a dispute back that is open. */
export function WithdrawButton({ disputeId }: { disputeId: string }) {
  const [withdraw, { loading }] = useMutation(withdrawCreditDispute)
  const [clientMutationId] = useState(() => crypto.randomUUID())
  return (
    <div>
      <Button
        size="touch"
        busy={loading}
        onClick={() => void tryAct(() => withdraw({ variables: { input: { id: disputeId, clientMutationId } } }))}
      >
        Take it back
      </Button>
    </div>
  )
}
