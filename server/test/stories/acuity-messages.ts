import { type Call, callMinutes, type Chain, type Customer } from './history.ts'
import type { Message } from './message.ts'

/** An appointment as Acuity shows it to whoever asks: at first, and in the end. */
interface Appointment {
  id: number
  first: Record<string, unknown>
  last: Record<string, unknown>
}

/** Acuity keeps an appointment's id when it is moved: a call's ref is that id, and its time. */
export const acuityRef = (id: number, scheduledAt: Date): string => `${id}@${scheduledAt.toISOString()}`

const idOf = (call: Call): number => Number(call.ref.split('@')[0])

/**
 * All that Acuity tells of a chain of bookings, which names the appointment alone. One that is moved is moved when all else is done, so that
 * it was seen at its first time for certain.
 */
export function acuityMessages({ calls }: Chain): Message[] {
  const [first, ...moved] = calls
  if (!first) return []
  const tell = (action: string, comes?: Message['comes']): Message => ({
    provider: 'acuity',
    body: { action, id: String(idOf(first)), calendarID: '7654321', appointmentTypeID: '44556677' },
    ...(comes && { comes }),
  })
  const end = calls.at(-1)
  const ends = moved.length > 0 ? 'last' : undefined
  return [
    tell('scheduled', moved.length > 0 ? 'first' : undefined),
    tell('changed'),
    ...moved.map(() => tell('rescheduled', 'last')),
    ...(end?.canceledAt ? [tell('canceled', ends)] : []),
  ]
}

/** What Acuity itself knows of a chain of bookings. */
export function appointmentOf(customer: Customer, chain: Chain): Appointment | null {
  const [first] = chain.calls
  const last = chain.calls.at(-1)
  if (!first || !last) return null
  return { id: idOf(first), first: shown(customer, chain, first), last: shown(customer, chain, last) }
}

/** The calendars that the emulator has of these closers. */
const calendars = [7_654_322, 7_654_321]

function shown(customer: Customer, chain: Chain, call: Call): Record<string, unknown> {
  const [firstName, lastName] = customer.name.split(' ')
  const isNoShow = call.noShowMarks.at(-1)?.marked === true
  const written = (moment: Date) => moment.toISOString().replace(/\.\d+Z$/, '+0000')
  return {
    firstName,
    lastName,
    email: customer.email,
    phone: customer.booksWithPhone ? customer.phone : '',
    datetime: written(call.scheduledAt),
    datetimeCreated: written(call.bookedAt),
    duration: String(callMinutes),
    type: 'Strategy Call',
    calendarID: calendars[call.closer],
    // Acuity marks a no-show by canceling the appointment as one.
    canceled: call.canceledAt !== null || isNoShow,
    noShow: isNoShow,
    forms: [
      {
        id: 1,
        name: 'Before the call',
        values: [
          { name: 'utm_source', value: chain.source },
          { name: 'utm_content', value: `setter-${chain.setter}` },
        ],
      },
    ],
  }
}
