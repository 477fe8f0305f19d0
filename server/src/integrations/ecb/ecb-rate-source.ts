import type { RateSource } from '../../kernel/rate-source.ts'
import { asError } from '../../lib/as-error.ts'

export interface EcbOptions {
  /** Where eurofxref-daily.xml is published. */
  url: string
  timeoutMs: number
}

/** The daily file has less than two thousand characters. */
const mostBytes = 1_000_000

/** The European Central Bank, which publishes one euro's worth of some thirty currencies on each of its working days, about 16:00 CET. */
export const createEcbRateSource = ({ url, timeoutMs }: EcbOptions): RateSource => ({
  async fetchDaily() {
    try {
      const answer = await fetch(url, { signal: AbortSignal.timeout(timeoutMs), headers: { accept: 'application/xml, text/csv' } })
      if (!answer.ok || !answer.body) throw new Error(`it answered ${answer.status}`)
      return await readText(answer.body)
    } catch (error) {
      throw new Error(`The reference rates could not be fetched from ${new URL(url).host}: ${asError(error).message}`, { cause: error })
    }
  },
})

async function readText(body: ReadableStream<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let text = ''
  let bytes = 0
  for await (const chunk of body) {
    bytes += chunk.byteLength
    if (bytes > mostBytes) throw new Error('its answer is too large')
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}
