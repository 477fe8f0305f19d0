import type { Customer } from './history.ts'
import { eventRows, formRows, leadRow } from './oracle-of-calls.ts'
import { paymentRows } from './oracle-of-money.ts'

/**
 * What must be known once every message of these histories has arrived, however often and in whatever order: worked out from what
 * happened and from the rules as they are told to people, by none of the code that is tested. Each row is a text, so that a difference
 * can be read.
 */
export interface Known {
  leads: string[]
  events: string[]
  forms: string[]
  payments: string[]
}

export const whatMustBeKnown = (customers: readonly Customer[]): Known => ({
  leads: customers.flatMap(leadRow).sort(),
  events: customers.flatMap(eventRows).sort(),
  forms: customers.flatMap(formRows).sort(),
  payments: customers.flatMap(paymentRows).sort(),
})
