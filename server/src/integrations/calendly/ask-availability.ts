import type { Schedule } from '../../modules/availability/service/index.ts'
import { unreadable } from '../read-body.ts'
import { ask, type CalendlyCaller, pathOf, tokenRefused, whoIs } from './ask.ts'
import { type Member, Membership, Schedules } from './availability-payload.ts'
import { CalendlyPage } from './payload.ts'

const pageSize = '100'

/** Who belongs to Calendly's organization. */
export interface AskedMembers {
  members: readonly Member[]
  /** How many there are, also of those who could not be read. */
  count: number
  /** How many have not the shape that they should have. */
  odd: number
  askedAt: Date
}

/** Everybody who belongs to the organization of a token. Throws CONFLICT, saying what to do, where Calendly refuses. */
export async function askMembers(caller: CalendlyCaller): Promise<AskedMembers> {
  const { organization } = await whoIs(caller)
  const members: Member[] = []
  let [count, odd] = [0, 0]
  for (let page: string | null = null; ;) {
    const path: string = pathOf('/organization_memberships', { organization, count: pageSize, page_token: page })
    const { answer, askedAt } = await ask(caller, path, CalendlyPage)
    for (const item of answer.collection) {
      const read = Membership.safeParse(item)
      count += 1
      if (read.success) members.push(read.data.user)
      else odd += 1
    }
    page = answer.pagination.next_page_token
    if (page === null) return { members, count, odd, askedAt }
  }
}

/** A host's schedules with when they were asked for, or in words why they could not be read. */
export type AskedSchedules = { schedules: readonly Schedule[]; askedAt: Date } | { problem: string }

/** When a host takes calls. Throws CONFLICT where the token is accepted no more; what concerns this host alone is told. */
export async function askSchedules(
  { outbound, connection, apiKey, requestId }: CalendlyCaller,
  { uri, name }: Member,
): Promise<AskedSchedules> {
  const path = pathOf('/user_availability_schedules', { user: uri })
  const { status, body, askedAt } = await outbound.call({ connection, requestId, path, authorization: `Bearer ${apiKey}` })
  const who = name ?? 'a host'
  if (status === 401) throw tokenRefused()
  if (status === 403) return { problem: `Calendly does not show this token when ${who} takes calls.` }
  if (status === 404) return { problem: `Calendly has no schedules of ${who}.` }
  if (status >= 300) return { problem: `Calendly refused to show when ${who} takes calls (${status}).` }
  const read = Schedules.safeParse(body)
  if (!read.success)
    return { problem: `The schedules of ${who} have not the shape that they should have (${unreadable(read.error).message}).` }
  if (read.data.collection.length === 0) return { problem: `Calendly has no schedules of ${who}.` }
  return { schedules: read.data.collection, askedAt }
}
