import type { z } from 'zod'
import { badInput } from '../../../kernel/errors.ts'
import type { Money } from '../../../lib/money.ts'
import { judgeTerms } from './judge-terms.ts'
import type { PackageRow } from './package-rows.ts'
import type { Instalments } from './schemas.ts'

/** Terms as they were asked for. */
export interface GivenTerms {
  price: Money
  paidInFull: boolean
  instalments: z.output<typeof Instalments> | null
  deposit: Money | null
}

/** Terms as they are stored; throws BAD_USER_INPUT for those that cannot be. */
export function termsColumns(terms: GivenTerms) {
  const problems = judgeTerms(terms)
  if (problems.length > 0) throw badInput(problems)
  const { price, paidInFull, instalments, deposit } = terms
  return {
    priceMinor: price.amountMinor,
    currency: price.currency,
    paidInFull,
    instalmentCount: instalments?.count ?? null,
    instalmentMinor: instalments?.amount.amountMinor ?? null,
    instalmentEvery: instalments?.every ?? null,
    instalmentInterval: instalments?.interval ?? null,
    depositMinor: deposit?.amountMinor ?? null,
  }
}

/** Terms as they stand. */
export function termsOf(row: Omit<PackageRow, 'retiredAt'>): GivenTerms {
  const { currency, instalmentCount, instalmentMinor, instalmentEvery, instalmentInterval, depositMinor } = row
  const isInstalled = instalmentCount !== null && instalmentMinor !== null && instalmentEvery !== null && instalmentInterval !== null
  return {
    price: { amountMinor: row.priceMinor, currency },
    paidInFull: row.paidInFull,
    instalments: isInstalled
      ? {
          count: instalmentCount,
          amount: { amountMinor: instalmentMinor, currency },
          every: instalmentEvery,
          interval: instalmentInterval,
        }
      : null,
    deposit: depositMinor === null ? null : { amountMinor: depositMinor, currency },
  }
}
