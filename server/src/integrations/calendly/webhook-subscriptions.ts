import { webhookEvents } from '@clinch/schema/providers'
import type { ProviderRequest } from '../../kernel/outbound-call.ts'
import type { KeyedCaller } from '../keyed-caller.ts'
import { readBody } from '../read-body.ts'
import { type SeenWebhook, WebhookRefused, type WebhookRegistrar } from '../webhook-registrar.ts'
import { pathOf } from './ask.ts'
import { CalendlyMe, CalendlyPage, CalendlySubscription, ListedSubscription } from './payload.ts'

const base = '/webhook_subscriptions'

interface Owner {
  uri: string | null
  name: string | null
  organization: string
}

interface Answer {
  status: number
  body: unknown
}

/**
 * Calendly's webhook subscriptions. A key of an owner or admin has one for the whole organization, any other one for its owner's calls
 * alone. An address has one subscription at the most, so one that has ours is deleted, and made with our key.
 */
export const calendlyWebhooks: WebhookRegistrar = {
  async register(caller, { url, signingKey, replacing }) {
    const owner = await whoIs(caller)
    let made = await create(caller, owner, { url, signingKey })
    if (made.answer.status === 409) {
      const taken = await subscriptionsTo(caller, owner, url)
      if (taken.length === 0) throw new WebhookRefused('address_taken')
      await replacing()
      for (const ref of taken) await remove(caller, ref, 'address_taken')
      made = await create(caller, owner, { url, signingKey })
    }
    const { scope, answer } = made
    if (answer.status === 409) throw new WebhookRefused('address_taken')
    if (answer.status === 403) throw new WebhookRefused('not_allowed')
    if (answer.status >= 300) throw new WebhookRefused('refused')
    return { ref: readBody(CalendlySubscription, answer.body).resource.uri, scope, ownerName: scope === 'user' ? owner.name : null }
  },

  async look(caller, ref) {
    const path = pathOfSubscription(ref)
    const { status, body } = path === null ? { status: 404, body: null } : await send(caller, { path })
    // Another organization's key is refused what is this one's: to it there is none.
    if (status === 403 || status === 404) return null
    if (status >= 300) throw new WebhookRefused('refused')
    const { state, retry_started_at: failingSince } = readBody(CalendlySubscription, body).resource
    return { state, failingSince: failingSince ?? null } satisfies SeenWebhook
  },

  remove: (caller, ref) => remove(caller, ref, 'not_allowed'),

  async removeByAddress(caller, url) {
    const taken = await subscriptionsTo(caller, await whoIs(caller), url)
    for (const ref of taken) await remove(caller, ref, 'not_allowed')
  },
}

async function whoIs(caller: KeyedCaller): Promise<Owner> {
  const { status, body } = await send(caller, { path: '/users/me' })
  if (status === 403) throw new WebhookRefused('not_allowed')
  if (status >= 300) throw new WebhookRefused('refused')
  const { resource } = readBody(CalendlyMe, body)
  return { uri: resource.uri, name: resource.name, organization: resource.current_organization }
}

/** For the organization, or where the key's owner is no admin of it, for them alone. */
async function create(
  caller: KeyedCaller,
  { organization, uri }: Owner,
  { url, signingKey }: { url: string; signingKey: string },
): Promise<{ scope: 'organization' | 'user'; answer: Answer }> {
  const json = { url, events: webhookEvents.calendly, organization, scope: 'organization', signing_key: signingKey }
  const answer = await send(caller, { method: 'POST', path: base, json })
  if (answer.status !== 403 || uri === null) return { scope: 'organization', answer }
  return { scope: 'user', answer: await send(caller, { method: 'POST', path: base, json: { ...json, scope: 'user', user: uri } }) }
}

/** The subscriptions to an address that the key is shown. */
async function subscriptionsTo(caller: KeyedCaller, { organization, uri }: Owner, url: string): Promise<string[]> {
  const found: string[] = []
  const scopes: Record<string, string>[] = [{ scope: 'organization' }, ...(uri === null ? [] : [{ scope: 'user', user: uri }])]
  for (const scope of scopes) {
    for (let page: string | null = null; ;) {
      const { status, body } = await send(caller, { path: pathOf(base, { organization, ...scope, count: '100', page_token: page }) })
      if (status === 403) break
      if (status >= 300) throw new WebhookRefused('refused')
      const list = readBody(CalendlyPage, body)
      for (const item of list.collection) {
        const read = ListedSubscription.safeParse(item)
        if (read.success && read.data.callback_url === url) found.push(read.data.uri)
      }
      page = list.pagination.next_page_token
      if (page === null) break
    }
  }
  return found
}

async function remove(caller: KeyedCaller, ref: string, refused: 'address_taken' | 'not_allowed'): Promise<void> {
  const path = pathOfSubscription(ref)
  if (path === null) return
  const { status } = await send(caller, { method: 'DELETE', path })
  if (status === 403) throw new WebhookRefused(refused)
  if (status >= 300 && status !== 404) throw new WebhookRefused('refused')
}

async function send(
  { outbound, connection, apiKey, requestId }: KeyedCaller,
  request: Pick<ProviderRequest, 'method' | 'path' | 'json'>,
): Promise<Answer> {
  const { status, body } = await outbound.call({ ...request, connection, requestId, authorization: `Bearer ${apiKey}` })
  if (status === 401) throw new WebhookRefused('key_refused')
  return { status, body }
}

/** Where a subscription is asked for, as its address names it at its end; null where that is no address of one. */
function pathOfSubscription(ref: string): string | null {
  const id = /\/webhook_subscriptions\/([\w-]+)$/.exec(ref)?.[1]
  return id === undefined ? null : `${base}/${id}`
}
