import { type ChildServer, startChildServer } from '../child-server.ts'
import { testMasterKey } from '../intake.ts'
import type { OwnDatabase } from './own-database.ts'

/** Some whole servers on one database, each in a process of its own, that die and come back. */
export interface Fleet {
  urls(): readonly string[]
  /** Ends one of them as a power cut would, and starts another in its place. */
  killOne(): Promise<void>
  close(): Promise<void>
}

export async function startFleet(data: OwnDatabase, size: number, { acuityUrl }: { acuityUrl: string }): Promise<Fleet> {
  const start = () =>
    startChildServer({
      DATABASE_URL: data.url('owner'),
      DATABASE_APP_URL: data.url('app_user'),
      DATABASE_AUTH_URL: data.url('auth_user'),
      DATABASE_WORKER_URL: data.url('worker'),
      ENCRYPTION_MASTER_KEY: testMasterKey,
      WORKER_DEAD_AFTER_SECONDS: '2',
      TRUSTED_PROXIES: '1',
      ACUITY_URL: acuityUrl,
    })
  /** A server may come up while the database is down. */
  const startSurely = async (tries = 10): Promise<ChildServer> => {
    try {
      return await start()
    } catch (error) {
      if (tries <= 1) throw error
      return startSurely(tries - 1)
    }
  }
  const living = new Set<ChildServer>(await Promise.all(Array.from({ length: size }, start)))
  return {
    urls: () => [...living].map(({ url }) => url),
    async killOne() {
      const [victim] = living
      if (!victim) return
      living.delete(victim)
      await victim.kill()
      living.add(await startSurely())
    },
    async close() {
      await Promise.all([...living].map((server) => server.kill()))
    },
  }
}
