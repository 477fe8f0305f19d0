import type postgres from 'postgres'
import { type Call, decimals, type Filing } from './history.ts'
import type { Team } from './team.ts'
import { ownRef } from './read-known.ts'
import type { Attempt, Sending } from './senders.ts'

const mutation = `mutation ($input: SubmitPostCallFormInput!) { submitPostCallForm(input: $input) { postCallForm { version } } }`

/** The forms of a call, filed one after another by its closer or by somebody with all of the team's calls. */
export const filingsOf = (owner: postgres.Sql, team: Team, call: Call): Sending[] =>
  call.filings.map((filing, nth) => ({
    async attempt(url) {
      const eventId = await eventOf(owner, team, call)
      if (!eventId) return 'not yet'
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(filing.by === 'rep' ? team.repHeaders(call.closer) : team.adminHeaders) },
        body: JSON.stringify({ query: mutation, variables: { input: inputOf(eventId, call, filing, nth) } }),
        signal: AbortSignal.timeout(15_000),
      })
      return answerOf(await response.text())
    },
  }))

async function eventOf(owner: postgres.Sql, { organizationId }: Team, call: Call): Promise<string | null> {
  try {
    const [event] = await owner.unsafe<{ id: string }[]>(
      `select id from events where organization_id = $1 and ${ownRef('booking_ref')} = $2`,
      [organizationId, call.ref],
    )
    return event?.id ?? null
  } catch {
    // The database is down at the moment.
    return null
  }
}

/** Whoever amends a form says which version they read; whoever is not answered sends the same again. */
function inputOf(eventId: string, call: Call, { happened, cash }: Filing, nth: number): object {
  const occurred = happened !== 'canceled' && happened !== 'rescheduled' && happened !== 'no_show'
  const isDeposit = happened === 'deposit'
  const isClosed = happened === 'closed'
  return {
    eventId,
    callOccurred: occurred,
    leadShowed: occurred,
    offerMade: isDeposit || isClosed || happened === 'offer_made',
    dealClosed: isClosed,
    resolution: happened === 'canceled' || happened === 'rescheduled' ? happened.toUpperCase() : null,
    cashCollected: cash && {
      amount: (cash.amountMinor / 10 ** decimals[cash.currency]).toFixed(decimals[cash.currency]),
      currency: cash.currency,
    },
    paymentType: isDeposit ? 'DEPOSIT' : isClosed ? 'PAYMENT_PLAN' : null,
    notes: `Said ${nth + 1} times`,
    expectedVersion: nth,
    clientMutationId: `${call.ref} ${nth}`,
  }
}

/** Somebody whose call, or whose form's earlier version, is not known yet comes again, and so does whoever met a server or database that was down. */
function answerOf(body: string): Attempt {
  const { data, errors } = readAnswer(body)
  if (data?.submitPostCallForm) return 'taken'
  const code = errors?.[0]?.extensions?.code ?? 'PROVIDER_UNAVAILABLE'
  if (code === 'NOT_FOUND' || code === 'CONFLICT') return 'not yet'
  if (code === 'PROVIDER_UNAVAILABLE') return 'again'
  throw new Error(`A form was refused: ${body}`)
}

interface Answer {
  data?: { submitPostCallForm: object | null } | null
  errors?: { extensions?: { code?: string } }[]
}

function readAnswer(body: string): Answer {
  try {
    return JSON.parse(body) as Answer
  } catch (error) {
    if (error instanceof SyntaxError) return {}
    throw error
  }
}
