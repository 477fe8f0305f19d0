import { createConnection } from '../src/modules/connections/service/create-connection.ts'
import { createCloser } from '../src/modules/roster/service/create-closer.ts'
import { createSetter } from '../src/modules/roster/service/create-setter.ts'
import { createSource } from '../src/modules/roster/service/create-source.ts'
import type { TestDatabase } from './database.ts'
import { adminOf, as, makeOrganization, type TestConnection, testVault } from './intake.ts'
import { calendlyMessages } from './stories/calendly-messages.ts'
import { type Chain, closers, type Customer, setters, sources } from './stories/history.ts'
import { tellHistories } from './stories/tell-histories.ts'

/** An organization that knows its people and sources, with a connection to Calendly that has a token and a signing secret. */
export async function calendlyTeam(test: TestDatabase, token: string): Promise<TestConnection> {
  const organizationId = await makeOrganization(test)
  const admin = adminOf(organizationId)
  const secret = 'calendly-signing-secret'
  const { id } = await as(test.database, admin, async (tx) => {
    for (const input of closers) await createCloser({ actor: admin, input: { ...input }, tx })
    for (const name of setters) await createSetter({ actor: admin, input: { name }, tx })
    for (const name of sources) await createSource({ actor: admin, input: { name }, tx })
    const input = { provider: 'calendly', name: 'Main', webhookSecret: secret, apiKey: token } as const
    return createConnection({ actor: admin, input, tx, vault: testVault })
  })
  return { organizationId, id, provider: 'calendly', secret, admin, path: `/webhooks/calendly/${id}` }
}

/** Customers of whom only Calendly knows. */
export const calendlyCustomers = (count: number, seed: number): Customer[] =>
  tellHistories(count, seed)
    .map((customer) => ({ ...customer, purchases: [], contact: null, chains: customer.chains.filter(isOfCalendly).map(withoutForms) }))
    .filter(({ chains }) => chains.length > 0)

const isOfCalendly = ({ tool }: Chain): boolean => tool === 'calendly'
const withoutForms = (chain: Chain): Chain => ({ ...chain, calls: chain.calls.map((call) => ({ ...call, filings: [] })) })

/** All that Calendly's webhooks tell of these customers, as it happened. */
export const calendlyBodies = (customers: readonly Customer[]): object[] =>
  customers
    .flatMap((customer) => customer.chains.flatMap((chain) => calendlyMessages(customer, chain)))
    .map(({ body }) => body)
    .sort((one, other) => sentAt(one).localeCompare(sentAt(other)))

const sentAt = (body: object): string => ('created_at' in body && typeof body.created_at === 'string' ? body.created_at : '')
