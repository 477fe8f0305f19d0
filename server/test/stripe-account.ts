import { createConnection } from '../src/modules/connections/service/create-connection.ts'
import type { TestDatabase } from './database.ts'
import { adminOf, as, makeOrganization, type TestConnection, testVault } from './intake.ts'

/** A new organization with a connection to Stripe that has a key and the endpoint's secret. */
export async function stripeAccount(test: TestDatabase, apiKey: string): Promise<TestConnection> {
  const organizationId = await makeOrganization(test)
  const admin = adminOf(organizationId)
  const secret = 'whsec_of_the_endpoint'
  const input = { provider: 'stripe', name: 'Main', webhookSecret: secret, apiKey } as const
  const { id } = await as(test.database, admin, (tx) => createConnection({ actor: admin, input, tx, vault: testVault }))
  return { organizationId, id, provider: 'stripe', secret, admin, path: `/webhooks/stripe/${id}` }
}
