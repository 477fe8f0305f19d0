import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { print } from 'graphql'
import { ClinchApiError, ClinchUnreachable, readProblems } from './errors.ts'

export interface ClinchClientOptions {
  /** The address of the API, such as `https://app.example.com/graphql`. */
  url: string
  /** An organization's API key: it names the organization, and what the program may do. */
  apiKey: string
  /** Gives a request up after so long; 30 s unless said otherwise. */
  timeoutMs?: number
  /** Another `fetch`, for a proxy or a test. */
  fetch?: typeof fetch
}

export interface ClinchClient {
  /**
   * Sends one operation. Answers its data whole, or throws ClinchApiError with the API's code, or ClinchUnreachable where no answer of
   * the API came. Nothing is sent again by itself: send a mutation again with the same `clientMutationId`, and it acts once.
   */
  request<Data, Variables extends Record<string, unknown>>(
    document: TypedDocumentNode<Data, Variables>,
    ...variables: Record<string, never> extends Variables ? [Variables?] : [Variables]
  ): Promise<Data>
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** A client of the API for a partner's program. */
export function createClinchClient(options: ClinchClientOptions): ClinchClient {
  const { url, apiKey, timeoutMs = 30_000, fetch: send = fetch } = options
  return {
    async request<Data>(document: TypedDocumentNode<Data, never>, variables?: Record<string, unknown>): Promise<Data> {
      const response = await send(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/graphql-response+json, application/json',
          authorization: `Bearer ${apiKey}`,
        },
        body: JSON.stringify({ query: print(document), variables: variables ?? {} }),
        signal: AbortSignal.timeout(timeoutMs),
      }).catch((error: unknown) => {
        throw new ClinchUnreachable(error)
      })
      const answer: unknown = await response.json().catch((error: unknown) => {
        throw new ClinchUnreachable(error, response.status)
      })
      if (!isRecord(answer)) throw new ClinchUnreachable(undefined, response.status)
      const problems = readProblems(answer.errors)
      if (problems) throw new ClinchApiError(problems, response.status)
      if (!isRecord(answer.data)) throw new ClinchUnreachable(undefined, response.status)
      // The document's type says what the API answers to it: both are made from one schema.
      return answer.data as Data
    },
  }
}
