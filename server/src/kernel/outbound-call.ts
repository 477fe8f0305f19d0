/** A provider that may be called: what it is called, and where its API is. No call goes anywhere else. */
export interface CalledProvider {
  name: string
  baseUrl: string
  /** What is said with every call, beside the key. */
  headers?: Readonly<Record<string, string>>
}

/** The connection for which a call is made: it bears the limits and the breaker. */
export interface CalledConnection {
  organizationId: string
  connectionId: string
  provider: string
}

export interface ProviderRequest {
  connection: CalledConnection
  /** Follows the call through every log. */
  requestId: string
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Under the provider's base address; begins with a slash. */
  path: string
  /** What it is authorized with; never logged. */
  authorization: string
  json?: unknown
  /** Whether it does no harm to be sent twice. Whatever only reads does none; a POST does unless it is said here. */
  repeatable?: boolean
  /** Calls with the same lane wait for each other, in every process: what they read is in the order of their `askedAt`. */
  lane?: string
}

export interface ProviderAnswer {
  /** Under 400, or a refusal other than 429 that its caller knows what to do with. */
  status: number
  /** Its JSON; null where it has no body. */
  body: unknown
  /** When it was asked for, by the clock that all processes share. */
  askedAt: Date
}
