import { formatMoney, type Money } from './format-money.ts'

/** How a package may be paid, as the API tells it. */
export interface PackageTerms {
  price: Money
  paidInFull: boolean
  instalments: { count: number; amount: Money; every: number; interval: 'DAY' | 'MONTH' } | null
  deposit: Money | null
}

const often: Readonly<Record<string, string>> = {
  '1 DAY': 'daily',
  '7 DAY': 'weekly',
  '1 MONTH': 'monthly',
  '12 MONTH': 'yearly',
}

/** `monthly`, `every 2 weeks`, `every 45 days`. */
export function everyInWords(every: number, interval: 'DAY' | 'MONTH'): string {
  const word = often[`${every} ${interval}`]
  if (word !== undefined) return word
  if (interval === 'MONTH') return `every ${every} months`
  return every % 7 === 0 ? `every ${every / 7} weeks` : `every ${every} days`
}

/** `In full, or 3 × $3,000.00 monthly. Deposit $500.00.` without the price itself. */
export function termsInWords({ paidInFull, instalments, deposit }: PackageTerms): string {
  const parts =
    instalments &&
    `${instalments.count} × ${formatMoney(instalments.amount)} ${everyInWords(instalments.every, instalments.interval)}`
  const how = paidInFull ? (parts ? `In full, or ${parts}` : 'In full') : (parts ?? '')
  return deposit ? `${how}. Deposit ${formatMoney(deposit)}` : how
}
