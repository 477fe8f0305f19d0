import type { Actor } from '../src/kernel/actor.ts'
import { type BookingMessage, recordBooking } from '../src/modules/events/service/index.ts'
import { type PaymentMessage, recordPaymentMessage } from '../src/modules/payments/service/index.ts'
import { createCloser } from '../src/modules/roster/service/create-closer.ts'
import type { TestDatabase } from './database.ts'
import { as, makeConnection, type TestConnection } from './intake.ts'

/** An organization with a connection, and Priya and Omar on its roster. */
export async function organize(test: TestDatabase): Promise<TestConnection> {
  const connection = await makeConnection(test)
  const actor = connection.admin
  await as(test.database, actor, async (tx) => {
    for (const [name, email] of [
      ['Priya Nair', 'priya@northlight.example'],
      ['Omar Diaz', 'omar@northlight.example'],
    ] as const)
      await createCloser({ actor, input: { name, email }, tx })
  })
  return connection
}

/** Tells the connection's messages one after the other, each in a transaction of its own. */
export async function tell(
  test: TestDatabase,
  { organizationId, id: connectionId }: TestConnection,
  ...messages: readonly (BookingMessage | PaymentMessage)[]
): Promise<void> {
  const actor: Actor = { kind: 'webhook', organizationId, connectionId, name: 'Main' }
  for (const message of messages) {
    await as(test.database, actor, async (tx) => {
      if (message.kind === 'booking') await recordBooking({ actor, input: { message, connectionId }, tx })
      else await recordPaymentMessage({ actor, input: { message, connectionId }, tx })
    })
  }
}
