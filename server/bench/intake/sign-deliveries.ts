import { readFixture } from '../../test/fixtures/read-fixture.ts'
import { signWebhook } from '../../src/integrations/stripe/verify-webhook.ts'
import type { HttpRequest } from '../contender.ts'
import type { Sender } from './fill-connections.ts'

const template = JSON.stringify(readFixture('stripe/payment_intent.succeeded'))
const [, templateId = ''] = /"id":"(evt_\w+)"/.exec(template) ?? []

export const bodyBytes = Buffer.byteLength(template)

let signed = 0

/** The next deliveries, each another one, as Stripe would sign them now; each connection sends from an address of its own. */
export function signDeliveries(senders: readonly Sender[], count: number): HttpRequest[] {
  const at = new Date()
  return Array.from({ length: count }, () => {
    signed += 1
    const place = signed % senders.length
    const { path = '', secret = '' } = senders[place] ?? {}
    const body = template.replace(templateId, `evt_bench_${signed}`)
    const address = `10.${place >> 16}.${(place >> 8) & 255}.${place & 255}`
    return { path, body, headers: { ...signWebhook(body, secret, at), 'x-forwarded-for': address } }
  })
}
