import { type Emulator, startEmulator } from './emulator.ts'

export interface StripeEmulator extends Emulator {
  key: string
  /** What a webhook of Stripe's would tell happens here, whether or not that webhook is ever delivered. */
  happen(...events: object[]): void
  /** How many items a page has at the most. */
  limitPages(largest: number): void
  /** The key may not read this list. */
  hide(list: string): void
}

interface StripeObject {
  id: string
  object: string
  created: number
  [field: string]: unknown
}

/** Stripe's API, as far as Clinch uses it: lists of charges, refunds and disputes behind a restricted key. */
export async function startStripe(): Promise<StripeEmulator> {
  const key = 'rk_test_8d1f0b6e2c4a'
  const objects = new Map<string, StripeObject>()
  const hidden = new Set<string>()
  let largest = 100
  const kinds: Readonly<Record<string, string>> = { charges: 'charge', refunds: 'refund', disputes: 'dispute' }

  const shown = (object: StripeObject, query: URLSearchParams): object => {
    const intent = query.getAll('expand[]').includes('data.payment_intent') ? objects.get(String(object.payment_intent)) : undefined
    return intent ? { ...object, payment_intent: { ...intent, status: 'succeeded' } } : object
  }

  const emulator = await startEmulator('', ({ path, query, authorization }) => {
    if (authorization !== `Bearer ${key}`) return { status: 401, body: { error: { type: 'invalid_request_error' } } }
    const list = path.replace('/v1/', '')
    const kind = kinds[list]
    if (kind === undefined) return { status: 404, body: { error: { type: 'invalid_request_error' } } }
    if (hidden.has(list)) return { status: 403, body: { error: { type: 'invalid_request_error' } } }
    const [from, to] = [Number(query.get('created[gte]') ?? 0), Number(query.get('created[lt]') ?? Number.MAX_SAFE_INTEGER)]
    const all = [...objects.values()]
      .filter(({ object, created }) => object === kind && created >= from && created < to)
      .sort((one, other) => other.created - one.created || (one.id < other.id ? 1 : -1))
    const after = query.get('starting_after')
    const rest = after === null ? all : all.slice(all.findIndex(({ id }) => id === after) + 1)
    const page = rest.slice(0, Math.min(Number(query.get('limit') ?? 10), largest))
    return { status: 200, body: { object: 'list', data: page.map((each) => shown(each, query)), has_more: rest.length > page.length } }
  })
  return {
    ...emulator,
    key,
    happen(...events) {
      for (const { data } of events as { data: { object: StripeObject } }[]) {
        const { object } = data
        const known = objects.get(object.id)
        const paid = object.object === 'charge' ? { status: 'succeeded' } : {}
        objects.set(object.id, { ...paid, ...known, ...object, created: known?.created ?? object.created })
      }
    },
    limitPages: (count) => void (largest = count),
    hide: (list) => void hidden.add(list),
  }
}
