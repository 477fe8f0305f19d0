import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { graphql } from '../../apollo/generated/index.ts'
import { readError } from '../../apollo/read-error.ts'
import { Button } from '../../components/button.tsx'

const checkMutation = graphql(`
  mutation CheckConnection($id: ID!) {
    checkConnection(input: { id: $id }) {
      accepted
      message
      connection {
        id
        health {
          state
          summary
          lastCallError
          callsPausedUntil
        }
      }
    }
  }
`)

/** What trying a key came to. */
export interface CheckedKey {
  accepted: boolean
  message: string
}

/** Tries the key of a connection at its provider. */
export function useKeyCheck(): (connectionId: string) => Promise<CheckedKey> {
  const [check] = useMutation(checkMutation)
  return async (id) => {
    try {
      const { data } = await check({ variables: { id } })
      return data?.checkConnection ?? { accepted: false, message: 'The key could not be tried.' }
    } catch (error) {
      const { title, advice } = readError(error)
      return { accepted: false, message: `${title} ${advice}` }
    }
  }
}

/** Tries the key when asked to, and says what the provider answered. */
export function KeyCheck({ connectionId, first = null }: { connectionId: string; first?: CheckedKey | null }) {
  const check = useKeyCheck()
  const [checked, setChecked] = useState<CheckedKey | null>(first)
  const [busy, setBusy] = useState(false)
  const run = async () => {
    setBusy(true)
    setChecked(await check(connectionId))
    setBusy(false)
  }
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Button busy={busy} onClick={() => void run()}>
        {checked === null ? 'Test the key' : 'Test it again'}
      </Button>
      <span role="status" className={checked?.accepted === false ? 'text-bad' : 'text-fg-2'}>
        {checked?.message}
      </span>
    </div>
  )
}
