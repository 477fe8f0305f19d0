import { asError } from '../../lib/as-error.ts'

/** A provider that did not take an e-mail. Its message names the provider and what it said, and holds nothing of the e-mail or of our key. */
export class MailNotTaken extends Error {}

export interface MailRequest {
  /** How the provider is named to people. */
  provider: string
  url: string
  apiKey: string
  headers?: Readonly<Record<string, string>>
  body: object
  /** How long the provider may take. */
  timeoutMs: number
  /** What its answer to a refusal says; null where that cannot be read. */
  readRefusal: (answer: unknown) => string | null
}

const longestRefusal = 300

/** Posts an e-mail to a provider's API. Throws MailNotTaken unless the provider says that it has it; then the sending is tried again. */
export async function postMail({ provider, url, apiKey, headers, body, timeoutMs, readRefusal }: MailRequest): Promise<void> {
  let status: number
  let text: string
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { ...headers, authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    })
    status = answer.status
    text = await answer.text()
  } catch (error) {
    const { name, message, cause } = asError(error)
    const why = name === 'TimeoutError' ? `no answer within ${timeoutMs} ms` : cause instanceof Error ? cause.message : message
    throw new MailNotTaken(`${provider} could not be reached: ${why}`, { cause: error })
  }
  if (status >= 200 && status < 300) return
  const said = readRefusal(parsed(text)) ?? 'it did not say why'
  throw new MailNotTaken(`${provider} did not take an e-mail (${status}): ${said.slice(0, longestRefusal)}`)
}

/** An answer that is no JSON says nothing: it is some proxy's page. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}
