import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import type { PreparedDatabase } from '../src/main/prepare-database.ts'
import { type ChildServer, freePort, startChild } from './child-process.ts'

const secret = () => randomBytes(32).toString('hex')

/** The API and the webhooks as they run in production, in a process of their own, without jobs. */
export async function startApi(
  { ownerUrl, appUrl, authUrl, workerUrl }: PreparedDatabase,
  { pool, masterKey = secret(), trustedProxies = 0 }: { pool: number; masterKey?: string; trustedProxies?: number },
): Promise<ChildServer> {
  const port = String(await freePort())
  return startChild({
    args: ['--import', 'tsx', 'server/src/main/api.ts'],
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: {
      HOST: '127.0.0.1',
      PORT: port,
      LOG_LEVEL: 'warn',
      DATABASE_URL: ownerUrl,
      DATABASE_APP_URL: appUrl,
      DATABASE_AUTH_URL: authUrl,
      DATABASE_WORKER_URL: workerUrl,
      DATABASE_POOL: String(pool),
      ENCRYPTION_MASTER_KEY: masterKey,
      AUTH_SECRET: secret(),
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      TRUSTED_PROXIES: String(trustedProxies),
      // Production asks for a way to send e-mail. The bench sends none.
      RESEND_API_KEY: 'none is sent',
      MAIL_FROM: 'bench@clinch.example',
    },
  })
}
