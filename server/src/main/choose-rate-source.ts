import type { Settings } from '../config/env.ts'
import { createEcbRateSource } from '../integrations/ecb/ecb-rate-source.ts'
import type { RateSource } from '../kernel/rate-source.ts'

const published = 'https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml'
const timeoutMs = 10_000

/** Where the day's rates are fetched, as the settings say: without being told, in production alone. */
export function chooseRateSource({ NODE_ENV, REFERENCE_RATES_URL }: Settings): RateSource | null {
  const url = REFERENCE_RATES_URL ?? (NODE_ENV === 'production' ? published : '')
  return url === '' ? null : createEcbRateSource({ url, timeoutMs })
}
