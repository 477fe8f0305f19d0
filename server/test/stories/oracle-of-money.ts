import { type Call, callMinutes, type Chain, closers, type Customer, type Purchase } from './history.ts'
import { callsOf, isOff, knownBy } from './oracle-of-calls.ts'

const dayMs = 86_400_000
const windowMs = 60 * dayMs
const matchDays = 3
/** The stories' organization is in New York. */
const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/New_York', dateStyle: 'short' })

/** What a customer paid, as the processors tell and as their closers report. */
export function paymentRows(customer: Customer): string[] {
  const reports = customer.chains.flatMap(({ calls }) => calls.flatMap((call) => reportOf(call) ?? []))
  const same = sameMoney(customer, reports)
  return [
    ...customer.purchases.map((purchase) => purchaseRow(customer, purchase)),
    ...reports.map((report) => reportRow(customer, report, same.get(report) ?? null)),
  ]
}

function purchaseRow(customer: Customer, purchase: Purchase): string {
  const refunded = purchase.refunds.filter(({ failedAt }) => failedAt === null).reduce((sum, { amountMinor }) => sum + amountMinor, 0)
  const sumOf = (wanted: 'won' | 'lost' | null) =>
    purchase.disputes.filter(({ end }) => (end?.state ?? null) === wanted).reduce((sum, { amountMinor }) => sum + amountMinor, 0)
  // A dispute takes, or holds, no more than refunds left.
  const lost = Math.min(sumOf('lost'), purchase.amountMinor - refunded)
  const held = Math.min(sumOf(null), purchase.amountMinor - refunded - lost)
  const credit = creditOf(customer, purchase)
  return [
    purchase.ref,
    `${purchase.amountMinor} ${purchase.currency}`,
    `refunded ${refunded}`,
    `lost ${lost}`,
    `held ${held}`,
    held > 0
      ? 'disputed'
      : refunded + lost === 0
        ? 'succeeded'
        : refunded + lost < purchase.amountMinor
          ? 'partially_refunded'
          : 'refunded',
    purchase.paidAt.toISOString(),
    ...creditWords(customer, credit),
    isTheirs(customer, purchase) ? nameOf(customer) : '-',
  ].join(' | ')
}

/** Cash that a form reports, or did. */
interface Report {
  call: Call
  amountMinor: number
  currency: string
  /** It was on the form once, and is not any more. */
  withdrawn: boolean
  /** Reported money is dated to the end of its call. */
  paidAt: Date
}

function reportOf(call: Call): Report | null {
  const last = call.filings.at(-1)
  const cash = call.filings.findLast((filing) => filing.cash !== null)?.cash
  if (!last || !cash) return null
  const paidAt = new Date(call.scheduledAt.getTime() + callMinutes * 60_000)
  return { call, ...cash, withdrawn: last.cash === null, paidAt }
}

function reportRow(customer: Customer, { call, amountMinor, currency, withdrawn, paidAt }: Report, same: Purchase | null): string {
  return [
    `form of ${call.ref}`,
    `${amountMinor} ${currency}`,
    'refunded 0',
    'lost 0',
    'held 0',
    withdrawn ? 'withdrawn' : same ? `stood for by ${same.ref}` : 'reported',
    paidAt.toISOString(),
    // What counts nowhere any more keeps whatever credit it had when it was withdrawn.
    ...(withdrawn ? ['-'] : creditWords(customer, { how: 'reference', call })),
    nameOf(customer),
  ].join(' | ')
}

/**
 * Reported cash and a processor's payment of the same lead, amount and currency, no more than three days of the calendar apart, are the
 * same money: each is taken once, so that as many as can be find their like, and those the nearest in time in all.
 */
function sameMoney(customer: Customer, reports: readonly Report[]): Map<Report, Purchase> {
  const theirs = customer.purchases.filter((purchase) => isTheirs(customer, purchase))
  return best(
    reports.filter(({ withdrawn }) => !withdrawn),
    theirs,
  ).same
}

interface Way {
  same: Map<Report, Purchase>
  apartMs: number
}

/** Tries every way to tell which is which; a customer has few of either. */
function best([report, ...others]: readonly Report[], purchases: readonly Purchase[]): Way {
  if (!report) return { same: new Map(), apartMs: 0 }
  let found = best(others, purchases)
  for (const purchase of purchases.filter((one) => couldBe(report, one))) {
    const rest = best(
      others,
      purchases.filter((one) => one !== purchase),
    )
    const apartMs = rest.apartMs + Math.abs(purchase.paidAt.getTime() - report.paidAt.getTime())
    const more = rest.same.size + 1 - found.same.size
    if (more > 0 || (more === 0 && apartMs < found.apartMs)) found = { same: new Map([...rest.same, [report, purchase]]), apartMs }
  }
  return found
}

const couldBe = (report: Report, purchase: Purchase): boolean =>
  purchase.amountMinor === report.amountMinor &&
  purchase.currency === report.currency &&
  Math.abs(dayOf(purchase.paidAt) - dayOf(report.paidAt)) <= matchDays

/** The day in the organization's calendar, as a number. */
const dayOf = (instant: Date): number => Date.parse(calendar.format(instant)) / dayMs

const nameOf = (customer: Customer): string => knownBy(customer).email ?? knownBy(customer).phone ?? '-'

function creditWords({ chains }: Customer, credit: Credit | null): string[] {
  if (!credit) return ['none', '-', '-', '-']
  const chain: Chain | undefined = chains.find(({ calls }) => calls.includes(credit.call))
  return [credit.how, credit.call.ref, closers[credit.call.closer]?.name ?? '-', chain?.setter ?? '-']
}

interface Credit {
  how: 'reference' | 'inherited' | 'matched_past' | 'matched_coming'
  call: Call
}

/** Whether what a purchase says of its payer tells which lead it is. */
function isTold(customer: Customer, { payer }: Purchase): boolean {
  const known = knownBy(customer)
  return payer.by === 'phone' ? known.phone !== null : (payer.by === 'email' || payer.by === 'customer') && known.email !== null
}

/** Whether a payment is the customer's: by what it says of its payer, or by the call that it is credited to. */
const isTheirs = (customer: Customer, purchase: Purchase): boolean => isTold(customer, purchase) || creditOf(customer, purchase) !== null

/** The rules in their order; the first that finds a call wins. */
function creditOf(customer: Customer, purchase: Purchase): Credit | null {
  const { payer, subscription } = purchase
  if (payer.by === 'reference') {
    const named = customer.chains.flatMap(({ calls }) => calls).find(({ ref }) => ref === payer.callRef)
    if (named) return { how: 'reference', call: named }
  }
  if (subscription && subscription.turn > 0) {
    const first = customer.purchases.find((other) => other.subscription?.ref === subscription.ref && other.subscription.turn === 0)
    const credit = first ? creditOf(customer, first) : null
    if (credit) return { how: 'inherited', call: credit.call }
  }
  return isTold(customer, purchase) ? matchedCall(customer, purchase.paidAt) : null
}

/**
 * The customer's most recent call at or before the payment, inside the window; else their nearest coming one that was booked before it.
 * A call that was moved is stood for by its successor, and one that is off counts only where no other does.
 */
function matchedCall({ chains }: Customer, paidAt: Date): Credit | null {
  const standing = chains.flatMap(callsOf)
  for (const group of [standing.filter(({ call }) => !isOff(call)), standing.filter(({ call }) => isOff(call))]) {
    const past = group
      .filter(({ call }) => call.scheduledAt <= paidAt && paidAt.getTime() - call.scheduledAt.getTime() <= windowMs)
      .sort((a, b) => b.call.scheduledAt.getTime() - a.call.scheduledAt.getTime())[0]
    if (past) return { how: 'matched_past', call: past.call }
    const coming = group
      .filter(({ call, firstBookedAt }) => call.scheduledAt > paidAt && firstBookedAt <= paidAt)
      .sort((a, b) => a.call.scheduledAt.getTime() - b.call.scheduledAt.getTime())[0]
    if (coming) return { how: 'matched_coming', call: coming.call }
  }
  return null
}
