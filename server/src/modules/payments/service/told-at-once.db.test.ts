import { describe, expect, it } from 'vitest'
import { makeConnection } from '../../../../test/intake.ts'
import { purchaseOf } from '../../../../test/messages.ts'
import { openIntake } from '../../../../test/open-intake.ts'
import { shuffled } from '../../../../test/shuffled.ts'
import { tell } from '../../../../test/told.ts'
import type { InvoiceMessage, PaymentMessage } from './payment-message.ts'

const { test } = await openIntake()

const nobody = { ref: null, email: null, name: null, phone: null }
const invoice = (invoiceRef: string, change: Partial<InvoiceMessage>): InvoiceMessage => ({
  kind: 'invoice',
  invoiceRef,
  subscriptionRef: null,
  billingTurn: null,
  purchaseRef: null,
  customer: nobody,
  metadata: {},
  clientReference: null,
  ...change,
})

/** A trial, and a turn of its subscription that several purchases paid, each of another customer as far as it says. */
const refs = ['pi_1', 'pi_2', 'pi_3']
const messages: PaymentMessage[] = [
  invoice('in_trial', { subscriptionRef: 'sub_1', billingTurn: 'first', tookNothing: true, clientReference: 'call-1' }),
  ...refs.flatMap((ref, index) => [
    purchaseOf(ref, 12 + index, { ref: `cus_${index}`, email: `dana${index}@example.com` }),
    invoice('in_1', { purchaseRef: ref }),
  ]),
  invoice('in_1', { subscriptionRef: 'sub_1', billingTurn: 'later' }),
  invoice('in_1', { metadata: { note: 'x' } }),
]

describe('all that is told of a subscription at once', () => {
  it.each([1, 2, 3, 4, 5, 6])(
    'ties every purchase to it, and the first of them to its beginning; nobody waits for another in a ring (%i)',
    async (seed) => {
      const connection = await makeConnection(test)
      const told = shuffled([...messages, ...messages], seed)
      // As many at once as there are connections to the database.
      for (let from = 0; from < told.length; from += 7)
        await Promise.all(told.slice(from, from + 7).map((message) => tell(test, connection, message)))
      expect(
        await test.owner`select purchase_ref as ref, subscription_ref as subscription, billing_turn as turn, client_reference as reference
        from payments where organization_id = ${connection.organizationId} order by purchase_ref`,
      ).toEqual([
        { ref: 'pi_1', subscription: 'sub_1', turn: 'first', reference: 'call-1' },
        { ref: 'pi_2', subscription: 'sub_1', turn: 'later', reference: null },
        { ref: 'pi_3', subscription: 'sub_1', turn: 'later', reference: null },
      ])
    },
  )
})
