import { Logger, runOnce } from 'graphile-worker'
import pino from 'pino'
import { allJobs } from '../src/app/worker/all-jobs.ts'
import { createMailbox, type Mailbox } from '../src/integrations/mail/mailbox.ts'
import { signWebhook as signCalendly } from '../src/integrations/calendly/verify-webhook.ts'
import { signWebhook as signStripe } from '../src/integrations/stripe/verify-webhook.ts'
import type { JobServices } from '../src/kernel/job-services.ts'
import { startServer } from '../src/main/start-server.ts'
import { freshDatabase, type TestDatabase } from './database.ts'
import { jobServices, testVault } from './job-services.ts'
import { outboundTo, providersAt } from './outbound.ts'
import { Person } from './person.ts'

/** A whole server on a database of its own, reached over real HTTP. Jobs run when the test says so. */
export interface RunningApp {
  url: string
  /** The address as browsers know it: what signing in accepts as its origin. */
  origin: string
  data: TestDatabase
  /** What would have been sent by e-mail, once the jobs ran. */
  mailbox: Mailbox
  /** What this server's jobs work with. */
  services: JobServices
  anonymous: Person
  /** The link that a mail holds which confirms this address. */
  confirmationLink(email: string): Promise<string>
  /** A new person, signed up and signed in. */
  signUp(name: string, email: string): Promise<Person>
  /** A new organization on the largest plan, and its owner acting in it. */
  organize(name?: string): Promise<Person>
  withKey(secret: string): Person
  /** Signs a body as the provider would, and posts it. */
  deliver(target: { webhookUrl: string; secret: string }, body: object, options?: { at?: Date; raw?: string }): Promise<Response>
  /** Runs every job that waits, and those that they enqueue. */
  drain(): Promise<void>
  close(): Promise<void>
}

const quiet = pino({ level: process.env.TEST_LOG_LEVEL ?? 'silent' })

export interface AppOptions {
  limited?: boolean
  /** The address as browsers know it; by default the one that it listens on. */
  publicUrl?: string
  trustedProxies?: number
  /** Where the API of the one provider is that a test calls; nowhere unless said. */
  providerUrl?: string
  /** A database that another server uses as well; it stays when this one is closed. */
  data?: TestDatabase
}

export async function startApp(options: AppOptions = {}): Promise<RunningApp> {
  const data = options.data ?? (await freshDatabase())
  const mailbox = createMailbox()
  const { providerUrl = 'http://127.0.0.1:9' } = options
  const server = await startServer({
    appUrl: data.url('app_user'),
    authUrl: data.url('auth_user'),
    pool: 8,
    port: 0,
    host: '127.0.0.1',
    publicUrl: options.publicUrl,
    vault: testVault,
    authSecret: 'a secret of the tests, long enough',
    // Longer than any test runs: what ends a memory is being told, never that time passed.
    rememberedMs: 3_600_000,
    trustedProxies: options.trustedProxies ?? 0,
    providers: providersAt(providerUrl),
    mailbox,
    logger: quiet,
    limited: options.limited ?? false,
  })
  const url = `http://127.0.0.1:${server.port}`
  const services = {
    ...jobServices(server.database),
    publicUrl: server.url,
    mailer: mailbox,
    outbound: outboundTo(server.database, providerUrl),
    providers: providersAt(providerUrl),
  }
  let people = 0
  const signUp = async (name: string, email: string) => Person.signUp(server, url, name, email)
  return {
    url,
    origin: server.url,
    data,
    mailbox,
    services,
    anonymous: new Person(url, {}),
    confirmationLink: (email) => server.confirmationLink(email),
    signUp,
    async organize(name = 'Northlight') {
      people += 1
      const owner = await signUp('Olive Owner', `owner${people}@${name.toLowerCase()}.example`)
      const { createOrganization } = await owner.ask<{ createOrganization: { organization: { id: string } } }>(
        `mutation ($name: String!) { createOrganization(input: { name: $name, timeZone: "America/New_York", currency: "USD" }) { organization { id } } }`,
        { name },
      )
      const { id } = createOrganization.organization
      await data.owner`update organizations set plan = 'enterprise', trial_ends_at = null where id = ${id}`
      return owner.actingIn(id)
    },
    withKey: (secret) => new Person(url, { authorization: `Bearer ${secret}` }),
    deliver(target, body, { at = new Date(), raw = JSON.stringify(body) } = {}) {
      const sign = target.webhookUrl.includes('/calendly/') ? signCalendly : signStripe
      const path = new URL(target.webhookUrl).pathname
      return fetch(url + path, {
        method: 'POST',
        body: raw,
        headers: { 'content-type': 'application/json', ...sign(raw, target.secret, at) },
      })
    },
    drain: () =>
      runOnce({
        connectionString: data.url('worker'),
        noHandleSignals: true,
        logger: new Logger(() => () => undefined),
        taskList: Object.fromEntries(
          allJobs.map((each) => [
            each.name,
            async (given, { job }) => {
              const { requestId, ...stored } = given as { requestId: string }
              const run = { attempt: job.attempts, maxAttempts: job.max_attempts, requestId, jobId: job.id }
              await each.perform(stored, run, services)
            },
          ]),
        ),
      }),
    async close() {
      await server.stop()
      if (!options.data) await data.close()
    },
  }
}
