import type { CallStatus, EventOutcome } from './event-rows.ts'

/** What a form says of how its call went. */
export interface FormFacts {
  callOccurred: boolean
  leadShowed: boolean
  offerMade: boolean
  dealClosed: boolean
  /** Why the call did not take place. */
  resolution: 'canceled' | 'rescheduled' | null
}

/** All that is known of how a call stands. */
export interface CallFacts {
  form: FormFacts | null
  replaced: boolean
  canceled: boolean
  noShowMarked: boolean
}

/**
 * Status and outcome follow from the facts alone, so the order in which they became known cannot matter. A form outranks the
 * booking tool on how the call went.
 */
export function decideCallStatus({ form, replaced, canceled, noShowMarked }: CallFacts): {
  status: CallStatus
  outcome: EventOutcome | null
} {
  if (form) return byForm(form)
  if (replaced) return { status: 'rescheduled', outcome: null }
  if (canceled) return { status: 'canceled', outcome: null }
  if (noShowMarked) return { status: 'no_show', outcome: 'no_show' }
  return { status: 'scheduled', outcome: null }
}

function byForm(form: FormFacts): { status: CallStatus; outcome: EventOutcome } {
  if (!form.callOccurred && form.resolution) return { status: form.resolution, outcome: form.resolution }
  if (!form.leadShowed) return { status: 'no_show', outcome: 'no_show' }
  return { status: 'completed', outcome: form.dealClosed ? 'closed' : form.offerMade ? 'offer_made' : 'no_offer' }
}

export interface NoShowMark {
  marked: boolean
  /** When it was last set or taken back, by the provider's clock. */
  changedAt: Date | null
}

/** The later message by the provider's clock wins; of two at one moment, the one that marks. */
export function mergeNoShow(current: NoShowMark, message: { marked: boolean; sentAt: Date }): NoShowMark {
  const known = current.changedAt?.getTime() ?? Number.NEGATIVE_INFINITY
  const told = message.sentAt.getTime()
  if (told < known || (told === known && current.marked)) return current
  return { marked: message.marked, changedAt: message.sentAt }
}
