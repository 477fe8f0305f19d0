import { calledProviders } from '../integrations/called-providers.ts'
import type { Process } from './run.ts'
import { type RunningServer, startServer } from './start-server.ts'

/** Starts the server as the settings say. */
export const serve = (
  { settings, secrets, prepared, vault, mailbox, logger }: Process,
  other: { port?: number; host?: string; limited?: boolean; deadlineMs?: number } = {},
): Promise<RunningServer> =>
  startServer({
    appUrl: prepared.appUrl,
    authUrl: prepared.authUrl,
    pool: settings.DATABASE_POOL,
    deadlineMs: other.deadlineMs ?? settings.DATABASE_DEADLINE_MS,
    port: other.port ?? settings.PORT,
    host: other.host ?? settings.HOST,
    publicUrl: other.port === undefined ? settings.PUBLIC_URL : undefined,
    authSecret: secrets.authSecret,
    vault,
    trustedProxies: settings.TRUSTED_PROXIES,
    providers: calledProviders(settings),
    mailbox,
    supportEmail: settings.SUPPORT_EMAIL,
    logger,
    limited: other.limited ?? true,
  })
