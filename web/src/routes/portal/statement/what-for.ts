import { dealTypeWords, paymentTypeWords } from '../../../features/payments/payment-words.ts'
import type { StatementLine } from '../../../features/statement/statement-line.ts'

/** What a payment is for: what was sold, else how it is paid, else what kind of deal it is. */
export function whatFor({ payment: { package: sold, paymentType, dealType } }: StatementLine): string | null {
  if (sold) return sold.name
  if (paymentType) return paymentTypeWords[paymentType]
  return dealType && dealTypeWords[dealType]
}
