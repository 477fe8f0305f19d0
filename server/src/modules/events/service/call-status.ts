import { outcomeOf } from '@clinch/schema/forms'
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
  /** By the provider's clock; null where it was not canceled. */
  canceledAt: Date | null
  noShow: NoShowMark
}

/**
 * Status and outcome follow from the facts alone, so the order in which they became known cannot matter. A form outranks the
 * booking tool on how the call went. Of a cancellation and a no-show mark, the later one by the provider's clock counts; taking the mark
 * back leaves what was there before it.
 */
export function decideCallStatus({ form, replaced, canceledAt, noShow }: CallFacts): {
  status: CallStatus
  outcome: EventOutcome | null
} {
  if (form) return byForm(form)
  if (replaced) return { status: 'rescheduled', outcome: null }
  if (noShow.marked && isLater(noShow.changedAt, canceledAt)) return { status: 'no_show', outcome: 'no_show' }
  if (canceledAt) return { status: 'canceled', outcome: null }
  return { status: 'scheduled', outcome: null }
}

const isLater = (markedAt: Date | null, canceledAt: Date | null): boolean =>
  canceledAt === null || (markedAt !== null && markedAt > canceledAt)

function byForm(form: FormFacts): { status: CallStatus; outcome: EventOutcome } {
  const outcome = outcomeOf(form)
  return { status: outcome === 'canceled' || outcome === 'rescheduled' || outcome === 'no_show' ? outcome : 'completed', outcome }
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
