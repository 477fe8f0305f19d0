import { type Emulator, startEmulator } from './emulator.ts'

export interface StripeEmulator extends Emulator {
  key: string
  /** What a webhook of Stripe's would tell happens here, whether or not that webhook is ever delivered. */
  happen(...events: object[]): void
  /** How many items a page has at the most. */
  limitPages(largest: number): void
  /** The key may not read this list, nor see what is of it within another. */
  hide(list: string): void
  /** The account is kept at a version of the API in which an invoice names its one payment itself, and has no list of them to show. */
  speakOld(): void
}

interface StripeObject {
  id: string
  object: string
  created?: number
  [field: string]: unknown
}

/** Stripe's API, as far as Clinch uses it: lists of invoices, checkouts, charges, refunds and disputes behind a restricted key. */
export async function startStripe(): Promise<StripeEmulator> {
  const key = 'rk_test_8d1f0b6e2c4a'
  const objects = new Map<string, StripeObject & { created: number }>()
  const hidden = new Set<string>()
  let largest = 100
  let old = false
  const kinds: Readonly<Record<string, string>> = {
    invoices: 'invoice',
    'checkout/sessions': 'checkout.session',
    charges: 'charge',
    refunds: 'refund',
    disputes: 'dispute',
  }
  /** How something stands of which a webhook told. */
  const standing: Readonly<Record<string, string>> = { charge: 'succeeded', invoice: 'paid', invoice_payment: 'paid' }

  /** What a list can be asked by; whatever else is asked for is refused, as Stripe does. */
  const parameters = ['limit', 'starting_after', 'expand[]', 'created[gte]', 'created[lt]']
  const ofCharge: ReadonlySet<string> = new Set(['refunds', 'disputes'])

  /** How a charge stands by what is known of its refunds and disputes; one of which nothing is known says so itself. */
  const standingOf = (charge: StripeObject): StripeObject => {
    const of = (kind: string) => [...objects.values()].filter((each) => each.object === kind && each.charge === charge.id)
    const [refunds, disputes] = [of('refund'), of('dispute')]
    const live = refunds.filter(({ status }) => status !== 'failed' && status !== 'canceled')
    return {
      ...charge,
      ...(refunds.length > 0 && { amount_refunded: live.reduce((sum, { amount }) => sum + Number(amount), 0) }),
      ...(disputes.length > 0 && { disputed: true }),
    }
  }

  const paymentsOf = (invoice: StripeObject) =>
    [...objects.values()].filter((each) => each.object === 'invoice_payment' && each.invoice === invoice.id)

  const shown = (object: StripeObject, query: URLSearchParams): object => {
    if (object.object === 'invoice') {
      const payments = paymentsOf(object)
      if (old) return { ...object, ...(payments[0]?.payment as object | undefined) }
      return query.getAll('expand[]').includes('data.payments')
        ? { ...object, payments: { object: 'list', data: payments, has_more: false } }
        : object
    }
    const intent = query.getAll('expand[]').includes('data.payment_intent') ? objects.get(String(object.payment_intent)) : undefined
    const standing = object.object === 'charge' ? standingOf(object) : object
    return intent ? { ...standing, payment_intent: { ...intent, status: 'succeeded' } } : standing
  }

  const emulator = await startEmulator('', ({ path, query, authorization }) => {
    if (authorization !== `Bearer ${key}`) return { status: 401, body: { error: { type: 'invalid_request_error' } } }
    const list = path.replace('/v1/', '')
    const kind = kinds[list]
    if (kind === undefined) return { status: 404, body: { error: { type: 'invalid_request_error' } } }
    const refused = { status: 400, body: { error: { type: 'invalid_request_error' } } }
    if (old && query.getAll('expand[]').includes('data.payments')) return refused
    const [charge, after] = [query.get('charge'), query.get('starting_after')]
    const known = ofCharge.has(list) ? [...parameters, 'charge'] : parameters
    if ([...query.keys()].some((name) => !known.includes(name))) return refused
    if (charge !== null && objects.get(charge)?.object !== 'charge') return refused
    if (after !== null && objects.get(after)?.object !== kind) return refused
    const within = query.getAll('expand[]').map((path) => `${path.replace('data.', '')}s`)
    if ([list, ...within].some((each) => hidden.has(each))) return { status: 403, body: { error: { type: 'invalid_request_error' } } }
    const [from, to] = [Number(query.get('created[gte]') ?? 0), Number(query.get('created[lt]') ?? Number.MAX_SAFE_INTEGER)]
    const all = [...objects.values()]
      .filter((each) => each.object === kind && each.created >= from && each.created < to && (charge === null || each.charge === charge))
      .sort((one, other) => other.created - one.created || (one.id < other.id ? 1 : -1))
    const rest = after === null ? all : all.slice(all.findIndex(({ id }) => id === after) + 1)
    const page = rest.slice(0, Math.min(Number(query.get('limit') ?? 10), largest))
    return { status: 200, body: { object: 'list', data: page.map((each) => shown(each, query)), has_more: rest.length > page.length } }
  })
  return {
    ...emulator,
    key,
    happen(...events) {
      for (const { created = 0, data } of events as { created?: number; data: { object: StripeObject } }[]) {
        const { object } = data
        const known = objects.get(object.id)
        const status = standing[object.object]
        // An invoice or checkout is made a while before it is paid.
        objects.set(object.id, {
          ...(status && { status }),
          ...known,
          ...object,
          created: known?.created ?? object.created ?? created - 3_600,
        })
      }
    },
    limitPages: (count) => void (largest = count),
    hide: (list) => void hidden.add(list),
    speakOld: () => void (old = true),
  }
}
