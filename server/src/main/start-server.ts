import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Logger } from 'pino'
import { startApollo } from '../app/graphql/apollo-server.ts'
import { buildSchema } from '../app/graphql/build-schema.ts'
import { CallerBudget, type MinuteBudget } from '../app/graphql/caller-budget.ts'
import { protectSchema } from '../app/graphql/permissions.ts'
import { authRoutes } from '../app/http/auth-routes.ts'
import { buildHttp } from '../app/http/build-http.ts'
import { graphqlSockets } from '../app/http/graphql-sockets.ts'
import { graphqlRoute } from '../app/http/graphql-route.ts'
import { healthRoute, readinessRoute } from '../app/http/health-routes.ts'
import { openListener } from '../app/http/listener.ts'
import { mailboxRoutes } from '../app/http/mailbox-routes.ts'
import { portalRoutes } from '../app/http/portal-routes.ts'
import { staticWeb } from '../app/http/static-web.ts'
import { webhookRoutes } from '../app/http/webhook-routes.ts'
import { registerReactions } from '../app/modules.ts'
import { hear } from '../database/hear.ts'
import type { Database } from '../database/tx.ts'
import type { SessionSettings } from '../database/session-settings.ts'
import { createDatabase } from '../database/tenant-transaction.ts'
import { createCheckKey } from '../integrations/check-key.ts'
import type { Mailbox } from '../integrations/mail/mailbox.ts'
import { LimitLog } from '../kernel/limit-log.ts'
import { createOutbound } from '../kernel/outbound.ts'
import type { CalledProvider } from '../kernel/outbound-call.ts'
import type { Vault } from '../kernel/vault.ts'
import { createActivityFeed } from '../modules/activity/module.ts'
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
  /** For how long a caller is remembered of whom nothing changes; a few seconds unless given. */
  rememberedMs?: number | undefined
  trustedProxies: number
  /** The providers that are called for a connection; none unless given. */
  providers?: Readonly<Record<string, CalledProvider>>
  /** The development mailbox, if this process has one: what its pages show. */
  mailbox?: Mailbox | null | undefined
  /** To whom people write for help. */
  supportEmail?: string | undefined
  logger: Logger
  /** Whether callers, webhooks and what they have mailed are limited. Only the demo's own player, on an address of its own, is not. */
  limited: boolean
}

export interface RunningServer {
  url: string
  /** Where it listens. */
  port: number
  database: Database
  /** The link that confirms an address, as a mail to it holds: for filling a demo. */
  confirmationLink(email: string): Promise<string>
  /** Takes no more connections, and lets requests under way finish. */
  stop(): Promise<void>
}

/** Of each caller, in each process. */
const budgetAMinute: MinuteBudget = { cost: 1_000_000, requests: 300_000 }
/** Of each address from which nobody signed in: there is little that they may ask. */
const budgetOfAnAddress: MinuteBudget = { cost: 50_000, requests: 3_000 }
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
    database,
    vault,
    limited,
    logger,
  })
  const callers = createCallerResolver({ database, auth, publicUrl, rememberedMs: options.rememberedMs })
  const schema = protectSchema(buildSchema())
  const budget = limited ? new CallerBudget(budgetAMinute, budgetOfAnAddress) : null
  const limits = new LimitLog(logger)
  const apollo = await startApollo({ schema, logger, budget, limits })
  const outbound = createOutbound({ database, logger, providers: options.providers ?? {} })
  const activity = createActivityFeed({
    database,
    onFault: (error) => logger.error({ err: error }, 'open pages are not told of what happens: they are as soon as the database answers'),
  })
  const services = {
    database,
    vault,
    checkKey: createCheckKey({ database, vault, outbound }),
    publicUrl: () => publicUrl,
    forgetCallers: () => callers.forget(),
    confirmIdentity: auth.confirmIdentity,
    activity,
    unlimited: !limited,
  }
  const sockets = graphqlSockets({
    schema,
    services,
    resolveCaller: (headers) => callers.resolve(headers),
    budget,
    limits,
    logger,
    publicUrl,
    trustedProxies: options.trustedProxies,
  })
  const hearing = hear({
    url: options.appUrl,
    channel: 'callers_changed',
    onHeard: () => {
      callers.forget()
      sockets.lookAgain()
    },
    onHearing(is) {
      callers.trust(is)
      sockets.lookAgain()
    },
    onFault: (error) => logger.error({ err: error }, 'changes of callers are not heard of: nobody is remembered until they are'),
  })
  listener.serve(
    buildHttp({
      graphql: graphqlRoute({ apollo, services, resolveCaller: (headers) => callers.resolve(headers), budget, limits }),
      auth: authRoutes({ auth, publicUrl, forgetCallers: () => callers.forget(), logger, limits }),
      mailbox: mailboxRoutes({ mailbox: options.mailbox ?? null, supportEmail: options.supportEmail ?? null }),
      portal: portalRoutes({
        database,
        publicUrl,
        resolveCaller: (headers) => callers.resolve(headers),
        forgetCallers: () => callers.forget(),
        limited,
        limits,
      }),
      webhooks: webhookRoutes({ database, vault, logger, limited }),
      health: healthRoute,
      readiness: readinessRoute({ database: () => database.flight(nobody, [{ text: 'select 1' }], { readOnly: true, deadlineMs: 2_000 }) }),
      web: staticWeb(webFolder),
      logger,
      trustedProxies: options.trustedProxies,
      overHttps: publicUrl.startsWith('https:'),
    }),
    sockets.upgrade,
  )
  return {
    url: publicUrl,
    port: listener.port,
    database,
    confirmationLink: (email) => auth.confirmationLink(email),
    async stop() {
      await sockets.stop()
      await listener.close()
      await activity.stop()
      await hearing.stop()
      await apollo.stop()
      await auth.close()
      await database.close()
    },
  }
}
