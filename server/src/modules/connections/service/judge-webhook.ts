import { providerNames } from './provider-names.ts'
import { registeringProvider } from './registering-providers.ts'
import type { ConnectionRow } from './load-connections.ts'
import type { WebhookProblem, WebhookRow } from './load-webhooks.ts'

export type WebhookState = 'not_registered' | 'registering' | 'active' | 'disabled' | 'removing' | WebhookProblem

export interface WebhookJudgement {
  state: WebhookState
  summary: string
}

type JudgedConnection = Pick<ConnectionRow, 'provider' | 'state' | 'registersWebhook' | 'secrets'>

/** How a webhook stands, in one word, and in words that a person can act on; null for a provider that Clinch registers none at. */
export function judgeWebhook(connection: JudgedConnection, webhook: WebhookRow | null): WebhookJudgement | null {
  const registering = registeringProvider(connection.provider)
  if (!registering) return null
  const name = providerNames[connection.provider]
  if (!connection.registersWebhook || connection.state === 'disabled') return unwanted(connection, name, webhook)
  if (!webhook) return { state: 'registering', summary: `It is being registered at ${name}.` }
  if (webhook.problem) return { state: webhook.problem, summary: `${problems[webhook.problem](name)}${missed(webhook)}` }
  const waits = webhook.waitsFor === null ? '' : ` ${webhook.waitsFor} It is tried again by itself.`
  if (webhook.disabledSince !== null)
    return {
      state: 'disabled',
      summary: `${name} could not deliver for 24 hours, and gave up. It is being registered again.${waits}${missed(webhook)}`,
    }
  if (!webhook.isRegistered || webhook.replaceWanted)
    return { state: 'registering', summary: `It is being registered at ${name}.${waits}${missed(webhook)}` }
  return { state: 'active', summary: `${active(name, webhook)}${waits}${missed(webhook)}` }
}

function unwanted(connection: JudgedConnection, name: string, webhook: WebhookRow | null): WebhookJudgement {
  if (webhook && (webhook.isRegistered || webhook.mayBeRegistered)) {
    if (webhook.problem)
      return { state: webhook.problem, summary: `It could not be removed at ${name}. ${problems[webhook.problem](name)}` }
    const waits = webhook.waitsFor === null ? '' : ` ${webhook.waitsFor} It is tried again by itself.`
    return { state: 'removing', summary: `It is being removed at ${name}.${waits}` }
  }
  if (connection.registersWebhook)
    return { state: 'not_registered', summary: `Removed while this connection is switched off. It is registered again once that is on.` }
  const hasKey = connection.secrets.some(({ field }) => field === 'api_key')
  return {
    state: 'not_registered',
    summary: hasKey
      ? `Clinch has not registered it. Register it, and ${name} sends here from then on.`
      : `Clinch has not registered it. Add a personal access token as the API key first; then Clinch does it.`,
  }
}

function active(name: string, { scope, ownerName, failingSince }: WebhookRow): string {
  const whose = scope === 'user' ? `the calls of ${ownerName ?? 'the token’s owner'} alone` : 'everybody’s calls'
  const rights =
    scope === 'user'
      ? ` Their token has no more rights: for everybody’s, enter one of an owner or admin, and register it with a new key.`
      : ''
  const failing =
    failingSince === null ? '' : ` ${name} could not deliver lately, and tries again for 24 hours: see whether this server can be reached.`
  return `${name} sends ${whose} here.${rights}${failing}`
}

const missed = ({ missedSince, healedAt }: WebhookRow): string => {
  if (missedSince === null) return ''
  return healedAt === null
    ? ' What was booked meanwhile is asked for as soon as it is registered and no other sync is under way.'
    : ' What was booked meanwhile was asked for by a sync.'
}

const problems: Readonly<Record<WebhookProblem, (name: string) => string>> = {
  address_unreachable: (name) =>
    `${name} sends to public https addresses alone, and this server’s is none. Give it one, set PUBLIC_URL to it, and register again.`,
  address_taken: (name) =>
    `Another webhook at ${name} has this address, and the token may not touch it. Remove it there, or enter a token of an owner or admin, and register again.`,
  not_allowed: (name) =>
    `${name} lets this token do too little with webhooks. They need a paid plan (Standard or above), and a token of an owner or admin: mend either, and try again.`,
  no_key: () => 'The API key is missing. Enter a personal access token.',
  key_refused: (name) => `${name} does not accept the token any more. Make a new personal access token there, and enter it as the API key.`,
  refused: (name) => `${name} refused it for a reason that it does not name. Try again; if it goes on, make the webhook by hand.`,
}
