import type { Tx } from '../../../database/tx.ts'
import { normaliseEmail } from '../../../lib/identity.ts'
import { readCustomerPhone } from '../../leads/service/index.ts'
import type { PayingCustomer } from './payment-message.ts'

/** A customer as a processor tells of them, in the form that people are matched by. What is read already stays as it is. */
export async function readPayingCustomer(tx: Tx, { country, ...customer }: PayingCustomer): Promise<PayingCustomer> {
  return { ...customer, email: normaliseEmail(customer.email ?? ''), phone: await readCustomerPhone(tx, customer.phone, country) }
}
