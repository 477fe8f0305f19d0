import { useEffect } from 'react'
import { useNavigate } from 'react-router'
import type { ReadableError } from '../apollo/read-error.ts'
import { notify } from '../components/notify.ts'

type Listener = (told: ReadableError) => void

const listeners = new Set<Listener>()

/** Something was refused because of the plan or the end of the trial. Nobody hears it outside of an organization's own pages. */
export const announcePlanRefusal: Listener = (told) => {
  for (const listener of listeners) listener(told)
}

/** Leads whoever may do something about the plan there, from wherever a refusal met them; others read whom to ask. */
export function usePlanRefusals(mayManage: boolean): void {
  const navigate = useNavigate()
  useEffect(() => {
    const say: Listener = ({ title, advice, wayOut }) =>
      notify.problem(
        title,
        mayManage && wayOut
          ? { detail: advice, action: { label: wayOut.label, onPress: () => void navigate(wayOut.to) } }
          : { detail: 'The owner or an admin of the organization can choose another plan.' },
      )
    listeners.add(say)
    return () => void listeners.delete(say)
  }, [mayManage, navigate])
}
