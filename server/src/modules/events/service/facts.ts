import { defineFact } from '../../../kernel/define-fact.ts'

/** A booking became known, or something changed that decides which payments its lead's events are credited with. */
export const bookingChanged = defineFact<{ leadId: string; eventId: string }>()
