import { createContext, useContext, useSyncExternalStore } from 'react'
import { type Outbox, outboxOf, type UnsentForm } from './outbox.ts'

const nothing = outboxOf('nobody')

/** Where forms wait that cannot be sent now; null where a page does not send them later. */
const OutboxContext = createContext<Outbox | null>(null)

export const OutboxProvider = OutboxContext.Provider

export const useOutbox = (): Outbox | null => useContext(OutboxContext)

/** The form of a call that waits on this device. */
export function useUnsentForm(eventId: string): UnsentForm | null {
  const outbox = useOutbox() ?? nothing
  const forms = useSyncExternalStore(outbox.subscribe, outbox.all)
  return forms.find((form) => form.eventId === eventId) ?? null
}
