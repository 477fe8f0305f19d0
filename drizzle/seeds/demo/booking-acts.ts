import { calendlyBody, type CalendlyIds, type CalendlyKind } from './calendly-body.ts'
import { hourMs, later, minuteMs } from './clock.ts'
import type { Post } from './post.ts'
import { slug } from './leads.ts'
import type { Booking, World } from './truth.ts'

interface Message {
  kind: CalendlyKind
  changedAt: Date
  at: Date
  isLost: boolean
}

/** Writes what the booking tool sends of every booking: in order mostly, sometimes overtaking, twice, or with a half of a move lost. */
export function sendBookings(world: World, post: Post): void {
  for (const booking of world.bookings) {
    const ids = idsOf(world, booking)
    const messages = messagesOf(world, booking)
    const arrivals = messages
      .filter(({ isLost }) => !isLost)
      .map(({ kind, changedAt, at }) => post.deliver('calendly', calendlyBody(kind, booking, changedAt, ids), at).getTime())
    booking.knownAt = new Date(Math.min(...arrivals))
  }
}

const idsOf = ({ random }: World, { lead }: Booking): CalendlyIds => ({
  joinId: random.integer(90_000_000_000, 99_999_999_999),
  noShowRef: `https://api.calendly.com/invitee_no_shows/${random.uuid()}`,
  guestEmail: random.chance(0.03) ? `partner.of.${slug(lead.firstName)}@household.example` : null,
})

function messagesOf(world: World, booking: Booking): Message[] {
  const { random } = world
  const soon = (changedAt: Date) => later(changedAt, random.integer(1_000, 4_000))
  const message = (kind: CalendlyKind, changedAt: Date, at = soon(changedAt)): Message => ({
    kind,
    changedAt,
    at,
    isLost: false,
  })

  const created = message('invitee.created', booking.bookedAt)
  if (booking.heldUpUntil) created.at = booking.heldUpUntil
  // The old half of a move is sent at the same moment; a third of the time the new half overtakes it.
  if (booking.previous && random.chance(0.5)) created.at = later(booking.bookedAt, random.integer(300, 900))
  const messages = [created]
  const gone = goneAt(booking)
  if (gone)
    messages.push(
      message(
        'invitee.canceled',
        gone,
        booking.next && random.chance(0.06) ? later(gone, random.between(20 * minuteMs, 4 * hourMs)) : soon(gone),
      ),
    )
  messages.push(...booking.marks.map(({ at, marked }) => message(marked ? 'invitee_no_show.created' : 'invitee_no_show.deleted', at)))
  const [mark, takenBack] = messages.filter(({ kind }) => kind.startsWith('invitee_no_show'))
  if (mark && takenBack && random.chance(0.4)) mark.at = later(takenBack.at, random.integer(2_000, 60_000))
  loseSome(world, booking, messages)
  return messages
}

const goneAt = ({ next, cancellation }: Booking): Date | null => next?.bookedAt ?? cancellation?.at ?? null

/** Half of a move is lost now and then, where another message still tells the whole. */
function loseSome({ random }: World, { previous, next }: Booking, messages: Message[]): void {
  const [created, canceled] = messages
  if (next && canceled && random.chance(0.08)) canceled.isLost = true
  else if ((previous || next) && created && canceled && random.chance(0.06)) created.isLost = true
}
