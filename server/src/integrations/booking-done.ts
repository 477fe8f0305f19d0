import type { Processed } from './integration.ts'

/** What recording a booking came to. */
export const ofBooking = ({ eventId, leadId, summary }: { eventId: string; leadId: string; summary: string }): Processed => ({
  state: 'processed',
  result: summary,
  touched: [
    { kind: 'event', id: eventId },
    { kind: 'lead', id: leadId },
  ],
})
