import type { TouchedRecord } from '@clinch/drizzle/tables'
import { UnreadableMessage } from '../../kernel/unreadable-message.ts'
import { integrationOf } from '../registry.ts'
import { readStoredBody } from '../stored-body.ts'

export interface StoredDelivery {
  provider: string
  connectionId: string
  receivedAt: Date
  body: Buffer
}

export interface Interpretation {
  /** What kind of record the message tells of; null where there is no message. */
  about: TouchedRecord['kind'] | null
  summary: string
  message: string | null
}

const words: Readonly<Record<string, string>> = {
  booking: 'Tells of a booking.',
  purchase: 'Tells that money came in.',
  refund: 'Tells of a refund.',
  refund_total: 'Tells how much of a payment was given back in all.',
  dispute: 'Tells of a dispute.',
  invoice: 'Ties an invoice to its payment.',
  subscription: 'Tells how a subscription stands.',
  lead: 'Tells of a lead.',
}

/** All others tell of money. */
const recordOf: Readonly<Record<string, TouchedRecord['kind']>> = { booking: 'event', lead: 'lead' }

/** What an integration makes of a stored body, without acting on it. */
export function interpretDelivery({ provider, connectionId, receivedAt, body }: StoredDelivery): Interpretation {
  const integration = integrationOf(provider)
  if (!integration) return { about: null, summary: `Nothing is known of ${provider}.`, message: null }
  try {
    const stored = readStoredBody(integration, body)
    if (!integration.interpret)
      return {
        about: null,
        summary: 'Only names what it is about: the rest is asked of the provider when it is processed.',
        message: null,
      }
    const message = integration.interpret({ body: stored, connectionId, receivedAt })
    const kind = 'kind' in message ? String(message.kind) : ''
    if (kind === 'ignored' && 'reason' in message) return { about: null, summary: String(message.reason), message: null }
    return {
      about: recordOf[kind] ?? 'payment',
      summary: words[kind] ?? 'Tells of something that is acted on.',
      message: JSON.stringify(message, writeAmounts, 2),
    }
  } catch (error) {
    if (!(error instanceof UnreadableMessage)) throw error
    return { about: null, summary: `Has not the shape that its kind should have: ${error.message}.`, message: null }
  }
}

/** Amounts are whole numbers that JSON may be too small for. */
const writeAmounts = (_name: string, value: unknown): unknown => (typeof value === 'bigint' ? value.toString() : value)
