import { settleWebhookJob } from '../src/integrations/settle-webhook.job.ts'
import type { JobServices } from '../src/kernel/job-services.ts'
import type { Outbound } from '../src/kernel/outbound.ts'
import { judgeWebhook, type WebhookJudgement } from '../src/modules/connections/service/judge-webhook.ts'
import { loadConnections } from '../src/modules/connections/service/load-connections.ts'
import { loadWebhooks, type WebhookRow } from '../src/modules/connections/service/load-webhooks.ts'
import { registerWebhook } from '../src/modules/connections/service/register-webhook.ts'
import { removeWebhook } from '../src/modules/connections/service/remove-webhook.ts'
import { rotateConnectionSecret, type RotateConnectionSecret } from '../src/modules/connections/service/rotate-secret.ts'
import { updateConnection } from '../src/modules/connections/service/update-connection.ts'
import type { TestDatabase } from './database.ts'
import { as, type TestConnection, testVault } from './intake.ts'
import { jobServices } from './job-services.ts'
import { fakeClock, outboundTo, providersAt } from './outbound.ts'

/** The webhook of one connection, whose provider is at this address. Turns of the job are given by hand. */
export class Registering {
  readonly clock = fakeClock()
  readonly #test: TestDatabase
  readonly #connection: TestConnection
  readonly #url: string
  #jobs = 0

  constructor(test: TestDatabase, connection: TestConnection, url: string) {
    this.#test = test
    this.#connection = connection
    this.#url = url
  }

  outbound(): Outbound {
    return outboundTo(this.#test.database, this.#url, { clock: this.clock, callsAMinute: 10_000 })
  }

  /** The process is gone right after a call of this kind was made: whatever it came to is not stored. */
  dyingAfter(method: string): Outbound {
    const real = this.outbound()
    return {
      async call(request) {
        const answer = await real.call(request)
        if (request.method === method) throw new Error('the process died')
        return answer
      },
    }
  }

  register(newKey = false, actor = this.#connection.admin): Promise<{ id: string }> {
    const input = { connectionId: this.#connection.id, newKey }
    return as(this.#test.database, actor, (tx) => registerWebhook({ actor, input, tx, vault: testVault }))
  }

  remove(): Promise<{ id: string }> {
    const { admin: actor, id: connectionId } = this.#connection
    return as(this.#test.database, actor, (tx) => removeWebhook({ actor, input: { connectionId }, tx }))
  }

  async switchTo(enabled: boolean): Promise<void> {
    const { admin: actor, id } = this.#connection
    await as(this.#test.database, actor, (tx) => updateConnection({ actor, input: { id, enabled }, tx }))
  }

  async rotate(input: Omit<RotateConnectionSecret, 'id'>): Promise<void> {
    const { admin: actor, id } = this.#connection
    await as(this.#test.database, actor, (tx) => rotateConnectionSecret({ actor, input: { id, ...input }, tx, vault: testVault }))
  }

  /** The job as the queue would give it: a new one, or one that is tried again. */
  settle(services: Partial<JobServices> = {}, jobId = this.newJob()): Promise<void> {
    const all = { ...jobServices(this.#test.database), vault: testVault, outbound: this.outbound(), providers: providersAt(this.#url) }
    return settleWebhookJob.perform(
      { organizationId: this.#connection.organizationId, connectionId: this.#connection.id },
      { attempt: 1, maxAttempts: 25, requestId: 'req-webhook', jobId },
      { ...all, ...services },
    )
  }

  newJob(): string {
    this.#jobs += 1
    return `job ${this.#jobs}`
  }

  /** How it stands, as its page tells it. */
  async seen(): Promise<WebhookJudgement & { webhook: WebhookRow | null }> {
    const { admin, id } = this.#connection
    return as(this.#test.database, admin, async (tx) => {
      const connection = (await loadConnections(tx, [id])).get(id)
      const webhook = (await loadWebhooks(tx, [id])).get(id) ?? null
      const judgement = connection ? judgeWebhook(connection, webhook) : null
      if (!judgement) throw new Error('There is no such webhook')
      return { ...judgement, webhook }
    })
  }

  /** In how many seconds the queue has it settled; null where it has not. */
  async settlesIn(): Promise<number | null> {
    const [job] = await this.#test.owner<{ seconds: number }[]>`
      select extract(epoch from run_at - now())::int as seconds from graphile_worker._private_jobs where key = ${`webhook:${this.#connection.id}`}`
    return job?.seconds ?? null
  }
}
