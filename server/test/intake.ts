import type { Provider } from '@clinch/drizzle/tables'
import pino from 'pino'
import { v7 as uuidv7 } from 'uuid'
import { buildHttp } from '../src/app/http/build-http.ts'
import { openListener } from '../src/app/http/listener.ts'
import type { Handler } from '../src/app/http/request.ts'
import { webhookRoutes } from '../src/app/http/webhook-routes.ts'
import type { Database, Tx } from '../src/database/tx.ts'
import { signWebhook as signAcuity } from '../src/integrations/acuity/verify-webhook.ts'
import { signWebhook as signCalendly } from '../src/integrations/calendly/verify-webhook.ts'
import { signWebhook as signManyChat } from '../src/integrations/manychat/verify-webhook.ts'
import { signWebhook as signStripe } from '../src/integrations/stripe/verify-webhook.ts'
import { signWebhook as signWhop } from '../src/integrations/whop/verify-webhook.ts'
import { signStandardWebhook } from '../src/integrations/webhook-signature.ts'
import { type Actor, sessionOf } from '../src/kernel/actor.ts'
import { createVault } from '../src/kernel/vault.ts'
import { createConnection } from '../src/modules/connections/service/create-connection.ts'
import type { TestDatabase } from './database.ts'

export const testMasterKey = '5e'.repeat(32)

export const testVault = createVault({ current: { version: 1, keyHex: testMasterKey } })

export interface TestConnection {
  organizationId: string
  id: string
  provider: Provider
  secret: string
  admin: Actor
  path: string
}

/** An organization of its own, straight into its table. */
export async function makeOrganization(test: TestDatabase): Promise<string> {
  const id = uuidv7()
  await test.owner`insert into organizations (id, name, time_zone, currency) values (${id}, 'Northlight', 'America/New_York', 'USD')`
  return id
}

export const adminOf = (organizationId: string): Actor => ({
  kind: 'user',
  organizationId,
  userId: uuidv7(),
  name: 'Ada',
  role: 'admin',
  closerId: null,
  setterId: null,
})

/** Runs work as an actor, in a transaction of its own. */
export const as = <Result>(database: Database, actor: Actor, work: (tx: Tx) => Promise<Result>): Promise<Result> =>
  database.transaction(sessionOf(actor, { requestId: 'test-request' }), work)

/** What of a connection's secrets is given: Acuity signs with its API key, and ManyChat's token is made. */
function secretsOf(provider: Provider, secret: string | null): { webhookSecret?: string | null; apiKey?: string | null; account?: string } {
  if (provider === 'acuity') return { apiKey: secret, account: '18263544' }
  return provider === 'manychat' ? {} : { webhookSecret: secret }
}

/** A connection made by its verb, in an organization of its own unless one is given. */
export async function makeConnection(
  test: TestDatabase,
  wanted: { provider?: Provider; secret?: string | null; organizationId?: string } = {},
): Promise<TestConnection> {
  const { provider = 'stripe', secret = `whsec_${uuidv7()}` } = wanted
  const organizationId = wanted.organizationId ?? (await makeOrganization(test))
  const admin = adminOf(organizationId)
  const { id, madeSecret } = await as(test.database, admin, (tx) =>
    createConnection({ actor: admin, input: { provider, name: 'Main', ...secretsOf(provider, secret) }, tx, vault: testVault }),
  )
  return { organizationId, id, provider, secret: madeSecret ?? secret ?? '', admin, path: `/webhooks/${provider}/${id}` }
}

const signers: Readonly<Record<Provider, (body: string, secret: string, at: Date) => Record<string, string>>> = {
  calendly: signCalendly,
  acuity: (body, secret) => ({ 'content-type': 'application/x-www-form-urlencoded', ...signAcuity(body, secret) }),
  stripe: signStripe,
  whop: (body, secret, at) => signWhop(body, secret, at, `msg_${uuidv7()}`),
  manychat: (_body, token) => signManyChat(token),
  custom: (body, secret, at) => signStandardWebhook(body, secret, at, `msg_${uuidv7()}`),
}

/** The headers that the provider would send with a body. */
export const signed = (connection: TestConnection, body: string, at = new Date(), secret = connection.secret): Record<string, string> => ({
  'content-type': 'application/json',
  ...signers[connection.provider](body, secret, at),
})

export interface Intake {
  url: string
  /** What was logged, a line each. */
  logs: string[]
  close(): Promise<void>
}

/** A real server with the webhooks' routes. */
export async function startIntake(database: Database, options: { limited?: boolean; trustedProxies?: number } = {}): Promise<Intake> {
  const logs: string[] = []
  const logger = pino({ level: 'debug' }, { write: (line: string) => void logs.push(line) })
  const elsewhere: Handler = (_request, response) => {
    response.writeHead(501).end()
    return Promise.resolve()
  }
  const listener = await openListener('127.0.0.1', 0)
  listener.serve(
    buildHttp({
      graphql: elsewhere,
      auth: elsewhere,
      mailbox: elsewhere,
      portal: elsewhere,
      health: elsewhere,
      readiness: elsewhere,
      web: elsewhere,
      webhooks: webhookRoutes({ database, vault: testVault, logger, limited: options.limited ?? false }),
      logger,
      trustedProxies: options.trustedProxies ?? 0,
      overHttps: false,
    }),
  )
  return { url: `http://127.0.0.1:${listener.port}`, logs, close: () => listener.close() }
}

/** Posts a body with the signature that the provider would send. */
export const deliver = (
  intake: { url: string },
  connection: TestConnection,
  body: string,
  headers: Record<string, string> = {},
): Promise<Response> => fetch(intake.url + connection.path, { method: 'POST', body, headers: { ...signed(connection, body), ...headers } })
