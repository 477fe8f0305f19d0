import { type Actor, sessionOf } from '../kernel/actor.ts'
import { defineJob } from '../kernel/define-job.ts'
import type { JobServices } from '../kernel/job-services.ts'
import { UnreadableMessage } from '../kernel/unreadable-message.ts'
import { parseJson } from '../lib/parse-json.ts'
import {
  finishDelivery,
  holdDelivery,
  lockDelivery,
  NeverAnswered,
  processDelivery,
  recordFailure,
  triesBeforeParked,
} from '../modules/connections/service/index.ts'
import { integrationOf } from './registry.ts'

/**
 * Acts on a delivery that was stored. What it does and that it is done are one transaction, so it acts once however often it runs.
 * What fails is kept with its error and tried again, with growing delays; what cannot be read, or failed too often, is parked. While its
 * organization is not active or is read-only, it is held: opening that again asks for this job anew.
 */
export const processDeliveryJob = defineJob(processDelivery, async ({ payload, attempt, requestId }, { database }: JobServices) => {
  const { organizationId, connectionId, deliveryId, provider, connectionName } = payload
  const actor: Actor = { kind: 'webhook', organizationId, connectionId, name: connectionName }
  const settings = sessionOf(actor, { requestId })
  try {
    if (attempt > triesBeforeParked) throw new NeverAnswered()
    await database.transaction(settings, async (tx) => {
      if (await holdDelivery(tx, deliveryId)) return
      const delivery = await lockDelivery(tx, deliveryId)
      if (!delivery) return
      const integration = integrationOf(provider)
      if (!integration) throw new UnreadableMessage('', `there is no integration of ${provider}`)
      const done = await integration.process(tx, { body: parse(delivery.body), connectionId, actor })
      await finishDelivery(tx, deliveryId, done)
    })
  } catch (error) {
    const final = error instanceof UnreadableMessage || attempt >= triesBeforeParked
    await database.transaction(settings, (tx) => recordFailure(tx, deliveryId, { error, final }))
    if (!final) throw error
  }
})

function parse(body: Buffer): unknown {
  try {
    return parseJson(body.toString('utf8'))
  } catch (error) {
    if (error instanceof SyntaxError) throw new UnreadableMessage('', 'is not JSON')
    throw error
  }
}
