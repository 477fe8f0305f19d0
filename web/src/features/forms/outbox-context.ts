import { createContext, useContext, useMemo, useSyncExternalStore } from 'react'
import { type Outbox, outboxOf, type UnsentForm } from './outbox.ts'

const nothing = outboxOf('nobody')

/** Where forms wait that cannot be sent now; null where a page does not send them later. */
const OutboxContext = createContext<Outbox | null>(null)

export const OutboxProvider = OutboxContext.Provider

export const useOutbox = (): Outbox | null => useContext(OutboxContext)

/** The forms that wait on this device, the oldest first. */
function useUnsentForms(): readonly UnsentForm[] {
  const outbox = useOutbox() ?? nothing
  return useSyncExternalStore(outbox.subscribe, outbox.all)
}

/** The calls whose form waits on this device. */
export function useCallsWithUnsentForm(): ReadonlySet<string> {
  const forms = useUnsentForms()
  return useMemo(() => new Set(forms.map(({ eventId }) => eventId)), [forms])
}

/** The form of a call that waits on this device. */
export const useUnsentForm = (eventId: string): UnsentForm | null =>
  useUnsentForms().find((form) => form.eventId === eventId) ?? null
