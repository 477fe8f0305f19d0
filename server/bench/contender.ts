/** One call as all contenders must answer it. Instants are ISO 8601 with milliseconds, amounts decimal text. */
export interface CallRow {
  id: string
  leadName: string
  leadEmail: string | null
  scheduledAt: string
  bookedAt: string
  status: string
  outcome: string | null
  closer: { id: string; name: string } | null
  setter: { id: string; name: string } | null
  source: { id: string; name: string } | null
  lead: { id: string; fullName: string; email: string | null } | null
  postCallForm: { dealClosed: boolean; offerMade: boolean; notes: string | null } | null
  payments: { id: string; amount: { amount: string; currency: string }; paidAt: string }[]
}

/** Something that answers the query over HTTP, in a process of its own. */
export interface Contender {
  name: string
  url: string
  /** What is sent, over and over; several where it must come from several callers. */
  requests: readonly HttpRequest[]
  /** Reads its answer. Throws where it is no good one. */
  read(answer: string): CallRow[]
  stop(): Promise<void>
}

export interface HttpRequest {
  path: string
  headers: Readonly<Record<string, string>>
  body: string
}

/** The `data` of a GraphQL answer. Throws what the answer says was wrong. */
export function dataOf(answer: string): Record<string, unknown> {
  const { data, errors } = JSON.parse(answer) as { data?: Record<string, unknown> | null; errors?: unknown }
  if (errors !== undefined || !data) throw new Error(`Answered with ${JSON.stringify(errors ?? null).slice(0, 500)}`)
  return data
}
