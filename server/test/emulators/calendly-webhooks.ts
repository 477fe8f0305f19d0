import { randomUUID } from 'node:crypto'
import { signWebhook } from '../../src/integrations/calendly/verify-webhook.ts'
import type { Asked } from './emulator.ts'

export interface Subscription {
  uri: string
  callback_url: string
  scope: string
  user: string | null
  organization: string
  events: string[]
  state: 'active' | 'disabled'
  retry_started_at: string | null
  /** Never shown again. */
  signing_key: string
}

/** Calendly's webhook subscriptions, as far as Clinch uses them. */
export interface CalendlyWebhooks {
  /** Those there are, in the order in which they were made. */
  all: Subscription[]
  /** Somebody makes one by hand, or from elsewhere. */
  make(url: string, signingKey: string, scope?: { user: string }): Subscription
  /** Deliveries have failed since then; a day later it is disabled. */
  fail(since: Date, disabled: boolean): void
  /** Tells every subscription to an event of what happened, signed with its key. Answers the statuses. */
  tell(body: { event: string }): Promise<number[]>
  /** Whether the plan has webhooks at all. */
  arePaidFor: boolean
}

interface Owner {
  organization: string
  user: string
  isAdmin: () => boolean
}

export function calendlyWebhooks(owner: Owner): CalendlyWebhooks & { answer(asked: Asked): { status: number; body: unknown } } {
  const webhooks: CalendlyWebhooks = {
    all: [],
    make(callback_url, signing_key, scope) {
      const made: Subscription = {
        uri: `https://api.calendly.com/webhook_subscriptions/${randomUUID()}`,
        callback_url,
        scope: scope ? 'user' : 'organization',
        user: scope?.user ?? null,
        organization: owner.organization,
        events: [],
        state: 'active',
        retry_started_at: null,
        signing_key,
      }
      webhooks.all.push(made)
      return made
    },
    fail(since, disabled) {
      for (const each of webhooks.all)
        Object.assign(each, { retry_started_at: since.toISOString(), state: disabled ? 'disabled' : 'active' })
    },
    async tell(body) {
      const wanted = webhooks.all.filter(({ state, events }) => state === 'active' && events.includes(body.event))
      const raw = JSON.stringify(body)
      return Promise.all(
        wanted.map(async ({ callback_url, signing_key }) => {
          const headers = { 'content-type': 'application/json', ...signWebhook(raw, signing_key, new Date()) }
          return (await fetch(callback_url.replace('localhost', '127.0.0.1'), { method: 'POST', body: raw, headers })).status
        }),
      )
    },
    arePaidFor: true,
  }
  const isShown = ({ scope, user }: Subscription) => owner.isAdmin() || (scope === 'user' && user === owner.user)

  function create(json: unknown): { status: number; body: unknown } {
    const asked = json as { url: string; events: string[]; organization: string; scope: string; user?: string; signing_key: string }
    if (asked.organization !== owner.organization) return refused(400, 'Invalid Argument')
    if (!webhooks.arePaidFor) return refused(403, 'Permission Denied')
    if (asked.scope === 'organization' && !owner.isAdmin()) return refused(403, 'Permission Denied')
    if (asked.scope === 'user' && asked.user !== owner.user) return refused(400, 'Invalid Argument')
    if (webhooks.all.some(({ callback_url }) => callback_url === asked.url)) return refused(409, 'Already Exists')
    const made = webhooks.make(asked.url, asked.signing_key, asked.user === undefined ? undefined : { user: asked.user })
    made.events = asked.events
    return { status: 201, body: { resource: shown(made) } }
  }

  return Object.assign(webhooks, {
    answer({ method, path, query, json }: Asked) {
      const id = /^\/webhook_subscriptions\/([\w-]+)$/.exec(path)?.[1]
      if (id === undefined) {
        if (method === 'POST') return create(json)
        const scope = query.get('scope')
        if (scope === 'organization' && !owner.isAdmin()) return refused(403, 'Permission Denied')
        const listed = webhooks.all.filter((each) => each.scope === scope && isShown(each))
        return { status: 200, body: { collection: listed.map(shown), pagination: { count: listed.length, next_page_token: null } } }
      }
      const found = webhooks.all.find(({ uri }) => uri.endsWith(id))
      if (!found) return refused(404, 'Resource Not Found')
      if (!isShown(found)) return refused(403, 'Permission Denied')
      if (method !== 'DELETE') return { status: 200, body: { resource: shown(found) } }
      webhooks.all.splice(webhooks.all.indexOf(found), 1)
      return { status: 204, body: undefined }
    },
  })
}

const refused = (status: number, title: string) => ({ status, body: { title } })

const shown = ({ signing_key: _, ...subscription }: Subscription) => subscription
