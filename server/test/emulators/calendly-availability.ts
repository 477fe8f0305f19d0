import { type Asked, type Emulator, startEmulator } from './emulator.ts'

const organization = 'https://api.calendly.com/organizations/8d1a2b3c-aaaa-4c4c-9d9d-0000000000aa'

/** Calendly's hosts and when they take calls, as far as Clinch asks for them. */
export interface CalendlyHosts extends Emulator {
  token: string
  /** As many members as one page has; 100 at most. */
  largestPage: number
  /** Puts a host into the organization, or changes when they take calls. What is given stands as Calendly would send it. */
  hosts(email: string, schedules: readonly object[]): void
  /** Somebody who has not the shape of a member. */
  hostsOddly(membership: object): void
  /** Takes a host out of the organization. */
  leaves(email: string): void
  /** What is answered when this host's schedules are asked for, in place of them; null for the schedules again. */
  refuses(email: string, answer: { status: number; body: unknown } | null): void
}

const uriOf = (email: string): string => `https://api.calendly.com/users/${email.replace(/\W/g, '-')}`

/** A schedule as Calendly sends it: weekdays by their names and dates, each with its intervals as "09:00-17:00". */
export function calendlySchedule(
  rules: Readonly<Record<string, readonly string[]>>,
  { name = 'Working hours', timezone = 'America/New_York', isDefault = true } = {},
): object {
  const interval = (text: string) => ({ from: text.split('-')[0], to: text.split('-')[1] })
  return {
    uri: 'https://api.calendly.com/user_availability_schedules/8d1a2b3c-bbbb-4c4c-9d9d-0000000000bb',
    default: isDefault,
    name,
    timezone,
    rules: Object.entries(rules).map(([key, intervals]) => ({
      ...(/^\d/.test(key) ? { type: 'date', date: key } : { type: 'wday', wday: key }),
      intervals: intervals.map(interval),
    })),
  }
}

/** A part of Calendly's API, behind a personal access token. */
export async function startCalendlyHosts(): Promise<CalendlyHosts> {
  const token = 'calendly-token-2b6e0d8f1c4a'
  const state = { largestPage: 100 }
  const members = new Map<string, object>()
  const schedules = new Map<string, readonly object[]>()
  const refusals = new Map<string, { status: number; body: unknown }>()

  const answer = ({ path, query, authorization }: Asked) => {
    if (authorization !== `Bearer ${token}`) return { status: 401, body: { title: 'Unauthenticated' } }
    if (path === '/users/me') return { status: 200, body: { resource: { name: 'Olive Owner', current_organization: organization } } }
    if (path === '/organization_memberships') {
      if (query.get('organization') !== organization) return { status: 403, body: { title: 'Permission Denied' } }
      const from = Number(query.get('page_token') ?? 0)
      const to = from + Math.min(Number(query.get('count') ?? 20), state.largestPage)
      const all = [...members.values()]
      const next = to < all.length ? String(to) : null
      return { status: 200, body: { collection: all.slice(from, to), pagination: { next_page_token: next } } }
    }
    const user = query.get('user') ?? ''
    const theirs = schedules.get(user)
    if (path !== '/user_availability_schedules' || !theirs) return { status: 404, body: { title: 'Resource Not Found' } }
    return refusals.get(user) ?? { status: 200, body: { collection: theirs } }
  }

  const emulator = await startEmulator('', answer)
  return {
    ...emulator,
    token,
    hosts(email, theirs) {
      members.set(uriOf(email), {
        role: 'user',
        user: { uri: uriOf(email), name: email.split('@')[0], email, timezone: 'America/New_York' },
      })
      schedules.set(uriOf(email), theirs)
    },
    hostsOddly: (membership) => void members.set(`odd ${members.size}`, membership),
    leaves: (email) => void members.delete(uriOf(email)),
    refuses(email, refusal) {
      if (refusal) refusals.set(uriOf(email), refusal)
      else refusals.delete(uriOf(email))
    },
    get largestPage() {
      return state.largestPage
    },
    set largestPage(count) {
      state.largestPage = count
    },
  }
}
