import { useEffect } from 'react'
import { useBlocker, type Location } from 'react-router'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'

export interface LeaveQuestionProps {
  /** Whether there is something that is not saved. */
  when: boolean
  /** Whether another address is still this page. */
  isHere: (next: Location) => boolean
}

/** Asks before a page is left on which something is not saved yet. */
export function LeaveQuestion({ when, isHere }: LeaveQuestionProps) {
  const blocker = useBlocker(({ nextLocation }) => when && !isHere(nextLocation))
  useEffect(() => {
    if (!when) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [when])
  if (blocker.state !== 'blocked') return null
  return (
    <Dialog
      open
      onOpenChange={() => blocker.reset()}
      title="Leave without saving?"
      description="Reps go on with the version in force. What you wrote is kept in this browser until you come back."
      actions={
        <>
          <Button size="md" variant="quiet" onClick={() => blocker.proceed()}>
            Leave
          </Button>
          <Button size="md" variant="primary" onClick={() => blocker.reset()}>
            Stay here
          </Button>
        </>
      }
    />
  )
}
