import { createConnection } from '../src/modules/connections/service/create-connection.ts'
import type { TestDatabase } from './database.ts'
import type { WhopEmulator } from './emulators/whop.ts'
import { adminOf, as, deliver, type Intake, makeOrganization, type TestConnection, testVault } from './intake.ts'
import { runJobs } from './run-jobs.ts'
import type { Customer } from './stories/history.ts'
import { tellHistories } from './stories/tell-histories.ts'
import { whopMessages } from './stories/whop-messages.ts'
import { Syncing } from './syncing.ts'

/** An organization of its own with a connection to the company at Whop. */
export class WhopCompany {
  readonly syncs: Syncing
  readonly #test: TestDatabase

  private constructor(
    test: TestDatabase,
    readonly connection: TestConnection,
    url: string,
  ) {
    this.#test = test
    this.syncs = new Syncing(test, connection, url)
  }

  static async connect(test: TestDatabase, whop: WhopEmulator, apiKey = whop.key): Promise<WhopCompany> {
    const organizationId = await makeOrganization(test)
    const admin = adminOf(organizationId)
    const secret = 'ws_of_the_endpoint'
    const input = { provider: 'whop' as const, name: 'Main', webhookSecret: secret, apiKey }
    const { id } = await as(test.database, admin, (tx) => createConnection({ actor: admin, input, tx, vault: testVault }))
    return new WhopCompany(test, { organizationId, id, provider: 'whop', secret, admin, path: `/webhooks/whop/${id}` }, whop.url)
  }

  /** Delivers webhooks, and acts on none of them yet. */
  async send(intake: Intake, bodies: readonly object[]): Promise<void> {
    for (const body of bodies) {
      const { status } = await deliver(intake, this.connection, JSON.stringify(body))
      if (status !== 200) throw new Error(`A webhook was answered ${status}`)
    }
  }

  /** Delivers webhooks, and acts on them. */
  async tell(intake: Intake, bodies: readonly object[]): Promise<void> {
    await this.send(intake, bodies)
    await runJobs(this.#test, this.syncs.services())
  }

  async count(table: 'audit_log' | 'payment_refunds' | 'payment_disputes' | 'payments'): Promise<number> {
    const [row] = await this.#test.owner<{ count: number }[]>`
      select count(*)::int as count from ${this.#test.owner(table)} where organization_id = ${this.connection.organizationId}`
    return row?.count ?? 0
  }
}

/** Customers who bought at Whop, once or by a membership, of whose calls nobody knows. */
export const whopBuyers = (count: number, seed: number): Customer[] =>
  tellHistories(count, seed)
    .map((customer) => ({
      ...customer,
      contact: null,
      chains: [],
      purchases: customer.purchases.filter(({ processor }) => processor === 'whop'),
    }))
    .filter(({ purchases }) => purchases.length > 0)

/** All that Whop's webhooks tell of these customers. */
export const whopBodies = (customers: readonly Customer[]): object[] =>
  customers.flatMap((customer) => customer.purchases.flatMap((purchase) => whopMessages(customer, purchase))).map(({ body }) => body)

/** A message with some fields of its data changed. */
export const changedIn = (body: object, change: object): object => ({
  ...body,
  data: { ...('data' in body ? (body.data as object) : {}), ...change },
})
