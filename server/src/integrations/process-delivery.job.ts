import { type Actor, sessionOf } from '../kernel/actor.ts'
import { defineJob } from '../kernel/define-job.ts'
import { isUnavailable } from '../kernel/errors.ts'
import type { JobServices } from '../kernel/job-services.ts'
import { UnreadableMessage } from '../kernel/unreadable-message.ts'
import type { Tx } from '../database/tx.ts'
import { dateFromPostgres } from '../lib/postgres-time.ts'
import {
  finishDelivery,
  holdDelivery,
  lockDelivery,
  NeverAnswered,
  postponeDelivery,
  processDelivery,
  recordFailure,
  triesBeforeParked,
} from '../modules/connections/service/index.ts'
import { integrationOf } from './registry.ts'
import { readStoredBody } from './stored-body.ts'

/**
 * Acts on a delivery that was stored. What it does and that it is done are one transaction, so it acts once however often it runs.
 * What fails is kept with its error and tried again, with growing delays, and for a day and more where its provider cannot be reached;
 * what cannot be read, or failed too often, is parked. While its organization is not active or is read-only, it is held: opening that
 * again asks for this job anew.
 */
export const processDeliveryJob = defineJob(processDelivery, async ({ payload, attempt, requestId }, services: JobServices) => {
  const { database } = services
  const { organizationId, connectionId, deliveryId, provider, connectionName } = payload
  const actor: Actor = { kind: 'webhook', organizationId, connectionId, name: connectionName }
  const settings = sessionOf(actor, { requestId })
  try {
    if (attempt > triesBeforeParked) throw new NeverAnswered()
    const integration = integrationOf(provider)
    if (!integration) throw new UnreadableMessage('', `there is no integration of ${provider}`)
    const take = async (tx: Tx) => ((await holdDelivery(tx, deliveryId)) ? null : lockDelivery(tx, deliveryId))
    const taken = await database.transaction(settings, take)
    if (!taken) return
    const body = readStoredBody(integration, taken.body)
    const process = await integration.prepare(
      { body, connectionId, receivedAt: dateFromPostgres(taken.receivedAt), actor, requestId },
      services,
    )
    await database.transaction(settings, async (tx) => {
      if (await take(tx)) await finishDelivery(tx, deliveryId, await process(tx))
    })
  } catch (error) {
    if (isUnavailable(error)) return database.transaction(settings, (tx) => postponeDelivery(tx, payload, error))
    const final = error instanceof UnreadableMessage || attempt >= triesBeforeParked
    await database.transaction(settings, (tx) => recordFailure(tx, deliveryId, { error, final }))
    if (!final) throw error
  }
})
