import type { Tx } from '../../database/tx.ts'
import { type Actor, sessionOf } from '../../kernel/actor.ts'
import { defineJob } from '../../kernel/define-job.ts'
import { ClinchError, isUnavailable } from '../../kernel/errors.ts'
import type { JobServices } from '../../kernel/job-services.ts'
import { UnreadableMessage } from '../../kernel/unreadable-message.ts'
import { addDays, dayIn } from '../../lib/period.ts'
import {
  askAvailability,
  type AvailabilityToAsk,
  askFor,
  closersByKey,
  dropOthers,
  keepAvailability,
  noteReading,
  openDays,
  readSince,
  schedulesInUse,
  slotLengths,
} from '../../modules/availability/service/index.ts'
import { loadConnections, openCredentials } from '../../modules/connections/service/index.ts'
import { holdOrganization, timeZoneOf } from '../../modules/organizations/service/index.ts'
import { hostKey } from '../../modules/roster/service/index.ts'
import { type AskedSchedules, askMembers, askSchedules } from './ask-availability.ts'
import type { Member } from './availability-payload.ts'

/** So many days are known ahead, beside the day on which it is asked. */
const daysAhead = 30
const longestDelaySeconds = 1_800
/** With growing delays that is most of a day; then the next day asks anew. */
const mostWaits = 40

/**
 * Asks Calendly when the hosts who are closers take calls, and keeps what it has open today and in the days to come. Each closer is a short
 * transaction of its own, and asking is outside of any; one that has to wait for Calendly goes on with those that are left. What concerns
 * one host alone is said and passed over: their days stay as they were known.
 */
export const askAvailabilityJob = defineJob(askAvailability, async ({ payload, requestId }, services: JobServices) => {
  const { organizationId, connectionId } = payload
  const actor: Actor = { kind: 'job', organizationId, name: askAvailability.name }
  const within: Within = (work) => services.database.transaction(sessionOf(actor, { requestId }), work)
  const apiKey = await within((tx) => keyOf(tx, connectionId, services))
  if (apiKey === null) return
  const connection = { organizationId, connectionId, provider: 'calendly' }
  const caller = { outbound: services.outbound, connection, apiKey, requestId }
  let { begunAt, waits } = payload
  try {
    const { members, count, odd, askedAt } = await askMembers(caller)
    begunAt ??= askedAt.toISOString()
    const hosts = await within((tx) => hostsOf(tx, payload, members, new Date(begunAt ?? askedAt)))
    const problems = odd > 0 ? [`${odd} members of the Calendly organization have not the shape that they should have.`] : []
    const unread = new Set<string>()
    for (const host of hosts.left) {
      const asked = await Promise.all(host.members.map((member) => askSchedules(caller, member)))
      const told = asked.flatMap((each) => ('problem' in each ? [each.problem] : []))
      problems.push(...told)
      if (told.length > 0) unread.add(host.closerId)
      else {
        await within((tx) => keep(tx, connectionId, host, asked))
        waits = 0
      }
    }
    await within(async (tx) => {
      if ((await holdOrganization(tx)).readOnly) return
      await dropOthers(tx, connectionId, dayIn(askedAt, hosts.timeZone), hosts.closerIds)
      const closerCount = hosts.closerIds.length - unread.size
      await noteReading(tx, connectionId, { askedAt, hostCount: count, closerCount, problems, error: null })
    })
  } catch (error) {
    if (isUnavailable(error)) return within((tx) => waitFor(tx, { ...payload, begunAt, waits }, error))
    if (!(error instanceof ClinchError) && !(error instanceof UnreadableMessage)) throw error
    const told = error instanceof UnreadableMessage ? `Calendly answered otherwise than documented (${error.message}).` : error.message
    await within((tx) => noteReading(tx, connectionId, { ...nothingRead, askedAt: new Date(), error: told }))
  }
})

type Within = <Result>(work: (tx: Tx) => Promise<Result>) => Promise<Result>

const nothingRead = { hostCount: 0, closerCount: 0, problems: [] }

/** The key to ask with; null where the connection is not to be asked now. */
async function keyOf(tx: Tx, connectionId: string, { vault }: JobServices): Promise<string | null> {
  const { state, readOnly } = await holdOrganization(tx)
  if (state !== 'active' || readOnly) return null
  const connection = (await loadConnections(tx, [connectionId])).get(connectionId)
  return connection?.state === 'active' ? (await openCredentials(tx, vault, connectionId)).apiKey : null
}

/** A closer, as which members of Calendly's organization they host, and how long their calls are. */
interface Host {
  closerId: string
  members: readonly Member[]
  slotMinutes: number
}

/** The closers among the members, and which of them are left to be read. */
async function hostsOf(
  tx: Tx,
  { connectionId }: AvailabilityToAsk,
  members: readonly Member[],
  begunAt: Date,
): Promise<{ closerIds: readonly string[]; left: readonly Host[]; timeZone: string }> {
  const [closers, done, timeZone] = await Promise.all([closersByKey(tx), readSince(tx, connectionId, begunAt), timeZoneOf(tx)])
  const membersOf = new Map<string, Member[]>()
  for (const member of members) {
    const closerId = closers.get(hostKey(member) ?? '')
    if (closerId !== undefined) membersOf.set(closerId, [...(membersOf.get(closerId) ?? []), member])
  }
  const closerIds = [...membersOf.keys()]
  const lengths = await slotLengths(tx, closerIds)
  const left = [...membersOf].flatMap(([closerId, theirs]) => {
    const slotMinutes = lengths.get(closerId)
    return done.has(closerId) || slotMinutes === undefined ? [] : [{ closerId, members: theirs, slotMinutes }]
  })
  return { closerIds, left, timeZone }
}

/** Keeps what a closer has open from the day on which it was asked. */
async function keep(tx: Tx, connectionId: string, { closerId, slotMinutes }: Host, asked: readonly AskedSchedules[]): Promise<void> {
  if ((await holdOrganization(tx)).readOnly) return
  const read = asked.flatMap((each) => ('schedules' in each ? [each] : []))
  const [first] = read
  if (!first) return
  const timeZone = await timeZoneOf(tx)
  const from = dayIn(first.askedAt, timeZone)
  const schedules = read.flatMap((each) => schedulesInUse(each.schedules))
  const days = openDays(schedules, { from, to: addDays(from, daysAhead) }, timeZone, slotMinutes)
  const names = [...new Set(schedules.flatMap(({ name }) => (name === null ? [] : [name])))]
  const scheduleName = names.length === 0 ? null : names.join(', ')
  await keepAvailability(tx, { connectionId, askedAt: first.askedAt }, { closerId, scheduleName, slotMinutes, days })
}

/** Asks again once Calendly can be asked; what was read stays read. */
async function waitFor(tx: Tx, asked: AvailabilityToAsk, error: ClinchError): Promise<void> {
  if (asked.waits >= mostWaits) {
    const told = `${error.message} It was tried for most of a day, and is tried again tomorrow.`
    return noteReading(tx, asked.connectionId, { ...nothingRead, askedAt: new Date(), error: told })
  }
  const wanted = Number(error.details.retryAfter) || 1
  const delaySeconds = Math.max(wanted, Math.min(longestDelaySeconds, 5 * 2 ** Math.min(asked.waits, 10)))
  await askFor(tx, { ...asked, waits: asked.waits + 1 }, new Date(Date.now() + delaySeconds * 1_000))
}
