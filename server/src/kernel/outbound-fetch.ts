import { asError } from '../lib/as-error.ts'
import { parseJson } from '../lib/parse-json.ts'
import type { CalledProvider, ProviderRequest } from './outbound-call.ts'
import { retryAfterMs } from './outbound-retry.ts'

/** How one try went. `why` is in words that hold nothing of the request. */
export type Attempt =
  | { kind: 'answer'; status: number; body: unknown; why: string }
  | { kind: 'held_off' | 'failed'; status: number | null; why: string; retryAfterMs: number | null; repeatable: boolean }

interface Limits {
  timeoutMs: number
  largestAnswerBytes: number
  now: Date
}

class AnswerTooLarge extends Error {}

/** One call, without any retry. It never throws for what the provider or the network does. */
export async function fetchOnce(request: ProviderRequest, provider: CalledProvider, limits: Limits): Promise<Attempt> {
  const url = addressOf(request, provider)
  try {
    const response = await fetch(url, {
      method: request.method ?? 'GET',
      headers: {
        ...provider.headers,
        authorization: request.authorization,
        accept: 'application/json',
        'user-agent': 'Clinch',
        ...(request.json === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(request.json === undefined ? {} : { body: JSON.stringify(request.json) }),
      // Where it would lead is not where the key may go.
      redirect: 'manual',
      signal: AbortSignal.timeout(limits.timeoutMs),
    })
    return judge(response, await readText(response, limits.largestAnswerBytes), provider.name, limits.now)
  } catch (error) {
    return failed(null, `${provider.name} ${inWords(error, limits)}.`, !(error instanceof AnswerTooLarge))
  }
}

/** Throws where a path would leave the provider's own address. */
function addressOf({ path }: ProviderRequest, { baseUrl, name }: CalledProvider): URL {
  const base = new URL(baseUrl)
  const url = new URL(`${baseUrl}${path}`)
  const stays = url.origin === base.origin && url.pathname.startsWith(base.pathname) && url.username === '' && url.password === ''
  if (!path.startsWith('/') || !stays) throw new Error(`A path leads away from the API of ${name}`)
  return url
}

async function readText(response: Response, largestBytes: number): Promise<string> {
  if (!response.body) return ''
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > largestBytes) throw new AnswerTooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function judge(response: Response, text: string, name: string, now: Date): Attempt {
  const { status } = response
  const retryAfter = retryAfterMs(response.headers.get('retry-after'), now)
  if (status === 429) return { kind: 'held_off', status, why: `${name} asks for fewer calls.`, retryAfterMs: retryAfter, repeatable: true }
  if (status >= 500) return { ...failed(status, `${name} is out of order (${status}).`, true), retryAfterMs: retryAfter }
  if (status >= 300 && status < 400) return failed(status, `${name} sends elsewhere (${status}).`, false)
  const body = text === '' ? null : parsed(text)
  if (status < 300 && body === undefined) return failed(status, `${name} answered with something that is no JSON.`, true)
  const why = status === 401 || status === 403 ? `${name} does not accept the key (${status}). Enter the current one.` : ''
  return { kind: 'answer', status, body: body ?? null, why }
}

const failed = (status: number | null, why: string, repeatable: boolean) =>
  ({ kind: 'failed', status, why, retryAfterMs: null, repeatable }) satisfies Attempt

function parsed(text: string): unknown {
  try {
    return parseJson(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** Only the code of an error is told: its message may hold what was sent. */
function inWords(thrown: unknown, { timeoutMs, largestAnswerBytes }: Limits): string {
  const error = asError(thrown)
  if (error instanceof AnswerTooLarge) return `answered with more than ${largestAnswerBytes / 1024 / 1024} MiB`
  if (error.name === 'TimeoutError') return `gave no answer within ${timeoutMs / 1000} s`
  const code: unknown = error.cause instanceof Error ? Reflect.get(error.cause, 'code') : null
  return typeof code === 'string' ? `could not be reached (${code})` : 'could not be reached'
}
