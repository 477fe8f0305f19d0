import type { FieldProblem } from '../../../kernel/errors.ts'
import type { Money } from '../../../lib/money.ts'

/** What a package costs and how it may be paid. */
export interface PackageTerms {
  price: Money
  paidInFull: boolean
  instalments: { amount: Money } | null
  deposit: Money | null
}

/** Why terms cannot be, each with the field that it is about; empty where they can. */
export function judgeTerms({ price, paidInFull, instalments, deposit }: PackageTerms): FieldProblem[] {
  const problems: FieldProblem[] = []
  const refuse = (path: string, message: string) => problems.push({ path, message })
  const judgePart = (part: Money, path: string, fits: boolean, misfit: string) => {
    if (part.currency !== price.currency) refuse(`${path}.currency`, `Use the currency of the price, ${price.currency}.`)
    else if (part.amountMinor <= 0n) refuse(`${path}.amount`, 'Enter more than nothing.')
    else if (!fits && price.amountMinor > 0n) refuse(`${path}.amount`, misfit)
  }
  if (price.amountMinor <= 0n) refuse('price.amount', 'Enter more than nothing.')
  if (!paidInFull && !instalments) refuse('paidInFull', 'Say how it can be paid: in full, in instalments, or either.')
  if (instalments) {
    const { amount } = instalments
    judgePart(amount, 'instalments.amount', amount.amountMinor <= price.amountMinor, 'One instalment is no more than the price.')
  }
  if (deposit) judgePart(deposit, 'deposit', deposit.amountMinor < price.amountMinor, 'A deposit is less than the price.')
  return problems
}
