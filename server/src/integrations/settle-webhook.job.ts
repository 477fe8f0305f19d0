import type { Tx } from '../database/tx.ts'
import { type Actor, sessionOf } from '../kernel/actor.ts'
import { defineJob } from '../kernel/define-job.ts'
import { isUnavailable } from '../kernel/errors.ts'
import type { JobServices } from '../kernel/job-services.ts'
import { UnreadableMessage } from '../kernel/unreadable-message.ts'
import {
  beginAttempt,
  type HeldWebhook,
  holdWebhook,
  keepHolding,
  LeaseLost,
  letGo,
  openCredentials,
  putOff,
  settleWebhook,
  storeGone,
  storeLost,
  storeProblem,
  storeRemoved,
  storeSeen,
  storeSubscription,
} from '../modules/connections/service/index.ts'
import { calendlyWebhooks } from './calendly/webhook-subscriptions.ts'
import { askForMissed } from './ask-for-missed.ts'
import type { KeyedCaller } from './keyed-caller.ts'
import { canReach } from './reachable-address.ts'
import { WebhookRefused, type WebhookRegistrar } from './webhook-registrar.ts'

const registrars: ReadonlyMap<string, WebhookRegistrar> = new Map([['calendly', calendlyWebhooks]])

type Within = <Result>(work: (tx: Tx) => Promise<Result>) => Promise<Result>

/** All that settling one webhook works with. */
interface Settling {
  held: HeldWebhook
  registrar: WebhookRegistrar
  caller: KeyedCaller
  /** Where the provider is to send. */
  url: string
  within: Within
  services: JobServices
}

/**
 * Makes a webhook at its provider what it is to be: registered with our key and sending, or removed. What is to be is read anew each time,
 * one worker at a time, and every answer is stored before the next call, outside of which no transaction is open: so it may be asked for at
 * any time, by anybody, and goes on wherever it was stopped.
 */
export const settleWebhookJob = defineJob(
  settleWebhook,
  async ({ payload: { organizationId, connectionId }, jobId, requestId }, services: JobServices) => {
    const actor: Actor = { kind: 'job', organizationId, name: settleWebhook.name }
    const within: Within = (work) => services.database.transaction(sessionOf(actor, { requestId }), work)
    const held = await within((tx) => holdWebhook(tx, connectionId, jobId))
    if (!held) return
    try {
      if (needsNothing(held)) return await within((tx) => storeRemoved(tx, held).then(() => letGo(tx, held)))
      await settle(await settlingOf(held, { within, services, organizationId, requestId }))
      if (held.isWanted) await within((tx) => askForMissed(tx, held, actor))
      await within((tx) => letGo(tx, held))
    } catch (error) {
      if (error instanceof LeaseLost) return
      if (isUnavailable(error)) return await within((tx) => putOff(tx, held, error))
      // An answer that cannot be read may have been that it was made.
      if (error instanceof UnreadableMessage) return await within((tx) => storeProblem(tx, held, 'refused', true))
      if (error instanceof WebhookRefused) return await within((tx) => storeProblem(tx, held, error.problem, held.mayBeThere))
      await within((tx) => letGo(tx, held))
      throw error
    }
  },
)

/** It is not to be there, and is not. */
const needsNothing = ({ isWanted, subscription, mayBeThere }: HeldWebhook): boolean => !isWanted && subscription === null && !mayBeThere

async function settlingOf(
  held: HeldWebhook,
  by: { within: Within; services: JobServices; organizationId: string; requestId: string },
): Promise<Settling> {
  const { connectionId, provider } = held
  const { within, services, organizationId, requestId } = by
  const [registrar, called] = [registrars.get(provider), services.providers[provider]]
  if (!registrar || !called) throw new Error(`Nobody knows how to register a webhook at ${provider}`)
  const url = `${services.publicUrl}/webhooks/${provider}/${connectionId}`
  if (held.isWanted && !canReach(url, called)) throw new WebhookRefused('address_unreachable')
  const { apiKey } = await within((tx) => openCredentials(tx, services.vault, connectionId))
  if (apiKey === null) throw new WebhookRefused('no_key')
  const outbound: KeyedCaller['outbound'] = {
    async call(request) {
      await within((tx) => keepHolding(tx, held))
      return services.outbound.call(request)
    },
  }
  const caller = { outbound, connection: { organizationId, connectionId, provider }, apiKey, requestId }
  return { held, registrar, caller, url, within, services }
}

async function settle(settling: Settling): Promise<void> {
  const { held, registrar, caller, url, within } = settling
  const { subscription } = held
  if (!held.isWanted) {
    if (subscription) await registrar.remove(caller, subscription.ref)
    if (held.mayBeThere) await registrar.removeByAddress(caller, url)
    return within((tx) => storeRemoved(tx, held))
  }
  if (subscription) {
    if (await isAsItShouldBe(settling, subscription)) return
    await registrar.remove(caller, subscription.ref)
    await within((tx) => storeGone(tx, held))
  }
  await register(settling)
}

/** Whether the provider has the webhook as it is to be; where it sends no more, or soon will not, since when is stored. */
async function isAsItShouldBe(
  { held, registrar, caller, url, within }: Settling,
  subscription: { ref: string; url: string },
): Promise<boolean> {
  const seen = await registrar.look(caller, subscription.ref)
  const isRight = subscription.url === url && !held.replaceWanted
  if (seen?.state === 'active' && isRight) {
    await within((tx) => storeSeen(tx, held, seen.failingSince))
    return true
  }
  const since = seen?.state === 'active' && subscription.url === url ? new Date() : (seen?.failingSince ?? held.lastSeenAt ?? new Date())
  await within((tx) => storeLost(tx, held, since, seen?.state === 'disabled'))
  return false
}

async function register({ held, registrar, caller, url, within, services }: Settling): Promise<void> {
  const signing = await within((tx) => beginAttempt(tx, services.vault, held))
  const made = await registrar.register(caller, {
    url,
    signingKey: signing.key,
    replacing: () => within((tx) => storeLost(tx, held, new Date(), false)),
  })
  await within((tx) => storeSubscription(tx, held, signing, { ...made, url }))
}
