import type { StoryOutcome, StoryStatus } from './story.ts'

/** What closers choose of, in the organization's own words and order. */
export const callOutcomes: readonly StoryOutcome[] = [
  { label: 'Won', color: 'GREEN', outcome: 'CLOSED' },
  { label: 'Thinking it over', color: 'GOLD', outcome: 'OFFER_MADE' },
  { label: 'Has to ask a partner', color: 'TEAL', outcome: 'OFFER_MADE' },
  { label: 'Price too high', color: 'RUST', outcome: 'OFFER_MADE' },
  { label: 'Not a fit', color: 'SLATE', outcome: 'NO_OFFER' },
  { label: 'No show', color: 'WINE', outcome: 'NO_SHOW' },
  { label: 'Called off', color: 'LILAC', outcome: 'CANCELED' },
  { label: 'Moved', color: 'BLUE', outcome: 'RESCHEDULED' },
]

export const opportunityStatuses: readonly StoryStatus[] = [
  { label: 'Qualified', color: 'BLUE' },
  { label: 'Offer out', color: 'GOLD' },
  { label: 'Won', color: 'GREEN' },
  { label: 'Nurture', color: 'LILAC' },
  { label: 'Lost', color: 'WINE' },
]
