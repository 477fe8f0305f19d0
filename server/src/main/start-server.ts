import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Logger } from 'pino'
import { startApollo } from '../app/graphql/apollo-server.ts'
import { buildSchema } from '../app/graphql/build-schema.ts'
import type { CostBudget } from '../app/graphql/limits-plugin.ts'
import { protectSchema } from '../app/graphql/permissions.ts'
import { authRoutes } from '../app/http/auth-routes.ts'
import { buildHttp } from '../app/http/build-http.ts'
import { graphqlRoute } from '../app/http/graphql-route.ts'
import { healthRoute, readinessRoute } from '../app/http/health-routes.ts'
import { openListener } from '../app/http/listener.ts'
import { staticWeb } from '../app/http/static-web.ts'
import { webhookRoutes } from '../app/http/webhook-routes.ts'
import { registerReactions } from '../app/modules.ts'
import type { Database } from '../database/tx.ts'
import type { SessionSettings } from '../database/session-settings.ts'
import { createDatabase } from '../database/tenant-transaction.ts'
import type { Vault } from '../kernel/vault.ts'
import { createAuth, createCallerResolver } from '../modules/identity/module.ts'

export interface ServerOptions {
  appUrl: string
  authUrl: string
  pool: number
  /** How long a caller waits for the database at the most. */
  deadlineMs?: number | undefined
  port: number
  host: string
  /** What people and providers reach this server by; by default the address that it listens on. */
  publicUrl: string | undefined
  vault: Vault
  authSecret: string
  trustedProxies: number
  logger: Logger
  /** Whether callers and webhooks are limited. Only the demo's own player, on an address of its own, is not. */
  limited: boolean
}

export interface RunningServer {
  url: string
  database: Database
  /** Takes no more connections, and lets requests under way finish. */
  stop(): Promise<void>
}

const costAMinute = 1_000_000
const attemptsAMinute = 20
const webFolder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../web/dist')

const nobody: SessionSettings = { organizationId: null, userId: null, scope: 'none', repIds: [], actor: 'system', requestId: '' }

/** Puts the API, the webhooks, signing in and the web app together, and serves them at one address. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { logger, limited, vault } = options
  registerReactions()
  const database = createDatabase({ url: options.appUrl, max: options.pool, deadlineMs: options.deadlineMs })
  const listener = await openListener(options.host, options.port)
  const publicUrl = (options.publicUrl ?? `http://localhost:${listener.port}`).replace(/\/+$/, '')
  const auth = createAuth({
    databaseUrl: options.authUrl,
    secret: options.authSecret,
    publicUrl,
    attemptsAMinute: limited ? attemptsAMinute : null,
  })
  const callers = createCallerResolver(database, auth)
  const schema = protectSchema(buildSchema())
  const costBudget: CostBudget = limited ? costAMinute : null
  const apollo = await startApollo({ schema, logger, costBudget })
  const services = { database, vault, publicUrl: () => publicUrl, forgetCallers: () => callers.forget() }
  listener.serve(
    buildHttp({
      graphql: graphqlRoute({ apollo, services, resolveCaller: (headers) => callers.resolve(headers) }),
      auth: authRoutes(auth, () => callers.forget()),
      webhooks: webhookRoutes({ database, vault, logger, limited }),
      health: healthRoute,
      readiness: readinessRoute({ database: () => database.flight(nobody, [{ text: 'select 1' }], { readOnly: true, deadlineMs: 2_000 }) }),
      web: staticWeb(webFolder),
      logger,
      trustedProxies: options.trustedProxies,
    }),
  )
  return {
    url: publicUrl,
    database,
    async stop() {
      await listener.close()
      await apollo.stop()
      await auth.close()
      await database.close()
    },
  }
}
