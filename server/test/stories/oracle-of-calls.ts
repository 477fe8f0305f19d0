import { type Call, type Chain, closers, type Customer, type Filing } from './history.ts'

/** By which of their address and number somebody is known. */
export function knownBy({ email, phone, booksWithPhone, chains, contact }: Customer): { email: string | null; phone: string | null } {
  const books = chains.length > 0
  return {
    email: books || contact?.told.some((told) => told.email) ? email : null,
    phone: (books && booksWithPhone) || contact?.told.some((told) => told.phone) ? phone : null,
  }
}

/** Whoever books or is told of is a lead; an automation says where they came from, as it said first. */
export function leadRow(customer: Customer): string[] {
  const { email, phone } = knownBy(customer)
  if (email === null && phone === null) return []
  const first = [...(customer.contact?.told ?? [])].sort((a, b) => a.at.getTime() - b.at.getTime())[0]
  return [[email ?? '-', phone ?? '-', first?.source ?? '-'].join(' | ')]
}

export const eventRows = ({ email, chains }: Customer): string[] =>
  chains.flatMap((chain) => chain.calls.map((_, nth) => eventRow(email, chain, nth)))

/** A chain keeps its first booking's setter and source; whoever hosts a call takes it. */
function eventRow(email: string, chain: Chain, nth: number): string {
  const call = callAt(chain, nth)
  const from = nth === 0 ? 'booked anew' : `moved from ${callAt(chain, nth - 1).ref}`
  const { status, outcome } = stateOf(chain, nth)
  return [call.ref, email, status, outcome ?? '-', closers[call.closer]?.name, chain.setter, chain.source, from].join(' | ')
}

function callAt(chain: Chain, nth: number): Call {
  const call = chain.calls[nth]
  if (!call) throw new Error('The chain is shorter')
  return call
}

const asFiled: Readonly<Record<Filing['happened'], { status: string; outcome: string }>> = {
  closed: { status: 'completed', outcome: 'closed' },
  deposit: { status: 'completed', outcome: 'offer_made' },
  offer_made: { status: 'completed', outcome: 'offer_made' },
  no_offer: { status: 'completed', outcome: 'no_offer' },
  no_show: { status: 'no_show', outcome: 'no_show' },
  canceled: { status: 'canceled', outcome: 'canceled' },
  rescheduled: { status: 'rescheduled', outcome: 'rescheduled' },
}

/** The form outranks the booking tool; of the form, what was said last. */
function stateOf(chain: Chain, nth: number): { status: string; outcome: string | null } {
  const call = callAt(chain, nth)
  const filed = call.filings.at(-1)
  if (filed) return asFiled[filed.happened]
  if (nth < chain.calls.length - 1) return { status: 'rescheduled', outcome: null }
  if (call.canceledAt) return { status: 'canceled', outcome: null }
  return call.noShowMarks.at(-1)?.marked ? { status: 'no_show', outcome: 'no_show' } : { status: 'scheduled', outcome: null }
}

/** What was moved and moved again is one call: for when it was moved to last, and booked when it was booked first. */
export interface MovedCall {
  call: Call
  firstBookedAt: Date
}

/** The calls that a chain comes to. Of one that was held or missed, as its form says, nothing was moved: what was booked after it is another. */
export function callsOf({ calls }: Chain): MovedCall[] {
  const found: MovedCall[] = []
  let firstBookedAt: Date | null = null
  for (const call of calls) {
    firstBookedAt ??= call.bookedAt
    if (call !== calls.at(-1) && !hadItsTime(call)) continue
    found.push({ call, firstBookedAt })
    firstBookedAt = null
  }
  return found
}

function hadItsTime({ filings }: Call): boolean {
  const filed = filings.at(-1)
  return filed !== undefined && filed.happened !== 'canceled' && filed.happened !== 'rescheduled'
}

/** Whether a call is off, as it stands. */
export function isOff(call: Call): boolean {
  const filed = call.filings.at(-1)
  return filed ? filed.happened === 'canceled' : call.canceledAt !== null
}

export const formRows = ({ chains }: Customer): string[] => chains.flatMap(({ calls }) => calls.flatMap(formRow))

/** Every time that it was filed is a version, and all of them are kept. */
function formRow({ ref, filings }: Call): string[] {
  const last = filings.at(-1)
  if (!last) return []
  const cash = last.cash ? `${last.cash.amountMinor} ${last.cash.currency}` : 'no cash'
  return [[ref, last.happened, cash, `version ${filings.length}`, `${filings.length} kept`].join(' | ')]
}
