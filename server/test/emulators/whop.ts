import { type Asked, type Emulator, startEmulator } from './emulator.ts'

type Fields = Record<string, unknown>
type List = 'payments' | 'refunds' | 'disputes' | 'memberships'

export interface WhopEmulator extends Emulator {
  key: string
  /** What a webhook of Whop's, in either of its versions, would tell happens here, whether or not that webhook is ever delivered. */
  happen(...bodies: object[]): void
  /** Something as it is listed, whatever is wrong with it. */
  list(list: List, item: object): void
  /** How many items a page has at the most. */
  limitPages(largest: number): void
  /** The key may not read this. */
  hide(what: List | 'accounts'): void
  /** How many items the answers had, the largest one. */
  readonly largestAnswer: number
}

const company = 'biz_NLdemoNorth01'

/** The day whose shapes it speaks. Where none is named, a new key is answered in newer ones, which nobody here reads. */
const version = '2025-01-01'

/** Whop's API, as far as Clinch uses it: a company's payments, refunds, disputes and memberships behind its key. */
export async function startWhop(): Promise<WhopEmulator> {
  const key = 'apik_8d1f0b6e2c4a'
  const lists: Readonly<Record<List, Map<string, Fields>>> = {
    payments: new Map(),
    refunds: new Map(),
    disputes: new Map(),
    memberships: new Map(),
  }
  const users = new Map<unknown, Fields>()
  const hidden = new Set<string>()
  const state = { largestPage: 50, largestAnswer: 0 }

  /** The cursor of an item, by which a list of it is ordered. */
  const placeOf = (item: Fields): string => Buffer.from(`${textOf(item.created_at)} ${textOf(item.id)}`).toString('base64url')
  const read = (cursor: string): string => Buffer.from(cursor, 'base64url').toString()

  const page = (list: List, query: URLSearchParams) => {
    if (query.get('order') && list !== 'payments' && list !== 'memberships') return refusal(400)
    if (query.get('company_id') !== company) return refusal(403)
    const [from, to] = [query.get('created_after') ?? '', query.get('created_before') ?? '9']
    const back = query.get('direction') === 'asc' ? 1 : -1
    const all = [...lists[list].values()]
      .filter(({ created_at: at }) => textOf(at) > from && textOf(at) < to)
      .sort((one, other) => (read(placeOf(one)) < read(placeOf(other)) ? -back : back))
    const after = query.get('after')
    const rest =
      after === null ? all : all.filter((item) => (read(placeOf(item)) > read(after) ? 1 : -1) * back > 0 && placeOf(item) !== after)
    const data = rest.slice(0, Math.min(Number(query.get('first') ?? 20), state.largestPage))
    state.largestAnswer = Math.max(state.largestAnswer, data.length)
    const last = data.at(-1)
    const shown = data.map((item) => (list === 'payments' && 'user' in item ? { ...item, user: userOf(item) } : item))
    const page_info = { end_cursor: last ? placeOf(last) : null, has_next_page: rest.length > data.length }
    return { status: 200, body: { data: shown, page_info } }
  }

  /** Whop knows its users, also where an older webhook named one by id alone. */
  const userOf = ({ user }: Fields): unknown => users.get((user as Fields | null)?.id) ?? user

  const answer = ({ path, query, authorization, headers }: Asked) => {
    if (authorization !== `Bearer ${key}`) return refusal(401)
    if (headers['api-version-date'] !== version) return refusal(400)
    const [, what = ''] = /^\/(\w+)(?:\/me)?$/.exec(path) ?? []
    if (hidden.has(what)) return refusal(403)
    if (path === '/accounts/me') return { status: 200, body: { id: company, title: 'Northlight Coaching', parent_account_id: null } }
    return isList(what) ? page(what, query) : refusal(404)
  }

  const emulator = await startEmulator('/api/v1', answer)
  return {
    ...emulator,
    key,
    happen(...bodies) {
      for (const { type, action, data } of bodies as { type?: string; action?: string; data: Fields }[]) {
        const list = `${(type ?? action ?? '').split('.')[0] ?? ''}s`
        if (!isList(list)) continue
        if (data.user) users.set((data.user as Fields).id, data.user as Fields)
        const id = textOf(data.id)
        lists[list].set(id, { ...lists[list].get(id), ...listed(data) })
      }
    },
    list: (list, item) => void lists[list].set(textOf((item as Fields).id), item as Fields),
    limitPages: (largest) => void (state.largestPage = largest),
    hide: (what) => void hidden.add(what),
    get largestAnswer() {
      return state.largestAnswer
    },
  }
}

const refusal = (status: number) => ({ status, body: { error: { type: 'refused', message: 'No.' } } })
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const isList = (text: string): text is List => ['payments', 'refunds', 'disputes', 'memberships'].includes(text)

/** What a webhook told, as a list shows it: an older one writes times, amounts and whom it is about in other ways. Refunds are listed apart. */
function listed({ refunds: _, disputes: __, ...data }: Fields): Fields {
  const { final_amount: total, user_id: user, membership_id: membership, payment_id, payment, ...told } = data
  const paid = textOf((payment as Fields | undefined)?.id ?? payment_id)
  return {
    ...Object.fromEntries(Object.entries(told).map(([name, value]) => [name, isTime(name, value) ? iso(value) : value])),
    ...(total === undefined ? {} : { total }),
    ...(user === undefined ? {} : { user: { id: user, email: null, name: null } }),
    ...(membership === undefined ? {} : { membership: { id: membership } }),
    ...(paid === '' ? {} : { payment: { id: paid } }),
  }
}

const isTime = (name: string, value: unknown): value is number => typeof value === 'number' && /_at$|_by$|_period_/.test(name)
const iso = (seconds: number): string => new Date(seconds * 1000).toISOString()
