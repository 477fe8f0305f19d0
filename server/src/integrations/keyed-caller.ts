import type { Outbound } from '../kernel/outbound.ts'
import type { CalledConnection } from '../kernel/outbound-call.ts'

/** Whoever asks a provider, for which connection and with which key. */
export interface KeyedCaller {
  outbound: Outbound
  connection: CalledConnection
  apiKey: string
  requestId: string
}
