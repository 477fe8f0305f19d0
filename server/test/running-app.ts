import { Logger, runOnce } from 'graphile-worker'
import pino from 'pino'
import { allJobs } from '../src/app/worker/all-jobs.ts'
import type { Mailbox } from '../src/integrations/mail/mailbox.ts'
import { signWebhook as signCalendly } from '../src/integrations/calendly/verify-webhook.ts'
import { signWebhook as signStripe } from '../src/integrations/stripe/verify-webhook.ts'
import type { JobServices } from '../src/kernel/job-services.ts'
import { startServer } from '../src/main/start-server.ts'
import { freshDatabase, type TestDatabase } from './database.ts'
import { jobServices, testVault } from './job-services.ts'
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
  /** A new person, signed up and signed in. */
  signUp(name: string, email: string): Promise<Person>
  /** A new organization, and its owner acting in it. */
  organize(name?: string): Promise<Person>
  withKey(secret: string): Person
  /** Signs a body as the provider would, and posts it. */
  deliver(target: { webhookUrl: string; secret: string }, body: object, options?: { at?: Date; raw?: string }): Promise<Response>
  /** Runs every job that waits, and those that they enqueue. */
  drain(): Promise<void>
  close(): Promise<void>
}

const quiet = pino({ level: process.env.TEST_LOG_LEVEL ?? 'silent' })

export async function startApp(options: { limited?: boolean } = {}): Promise<RunningApp> {
  const data = await freshDatabase()
  const server = await startServer({
    appUrl: data.url('app_user'),
    authUrl: data.url('auth_user'),
    pool: 8,
    port: 0,
    host: '127.0.0.1',
    publicUrl: undefined,
    vault: testVault,
    authSecret: 'a secret of the tests, long enough',
    trustedProxies: 0,
    logger: quiet,
    limited: options.limited ?? false,
  })
  const url = server.url.replace('localhost', '127.0.0.1')
  const services = jobServices(server.database)
  let people = 0
  const signUp = async (name: string, email: string) => Person.signUp(server.url, url, name, email)
  return {
    url,
    origin: server.url,
    data,
    mailbox: services.mailer,
    services,
    anonymous: new Person(url, {}),
    signUp,
    async organize(name = 'Northlight') {
      people += 1
      const owner = await signUp('Olive Owner', `owner${people}@${name.toLowerCase()}.example`)
      const { createOrganization } = await owner.ask<{ createOrganization: { organization: { id: string } } }>(
        `mutation ($name: String!) { createOrganization(input: { name: $name, timeZone: "America/New_York", currency: "USD" }) { organization { id } } }`,
        { name },
      )
      return owner.actingIn(createOrganization.organization.id)
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
      await data.close()
    },
  }
}
