import { TriangleAlert } from 'lucide-react'
import { TextLink } from '../../components/text-link.tsx'
import { formatMoney } from '../../lib/format-money.ts'
import { useFormatSettings } from '../../lib/format-settings.ts'
import type { Period } from '../../lib/period.ts'
import type { MissingRate } from './metric-report.ts'
import { rowsOf } from './metric-rows.ts'

export interface MissingRatesProps {
  period: Period
  /** The organization's currency, that figures are in. */
  currency: string
  rates: readonly MissingRate[]
}

/** Says which money is in no figure, and why. Draws nothing where all of it is. */
export function MissingRates({ period, currency, rates }: MissingRatesProps) {
  const { locale } = useFormatSettings()
  if (rates.length === 0) return null
  const sums = rates.map(({ payments, amount }) => {
    const sum = formatMoney(amount, { locale })
    return `${sum} in ${payments === 1 ? '1 payment' : `${payments} payments`}`
  })
  return (
    <p className="flex items-start gap-2 border-b border-line px-4 py-2.5 text-fg-2 md:px-6">
      <TriangleAlert aria-hidden size={14} strokeWidth={1.75} className="mt-[3px] text-warn" />
      <span>
        {new Intl.ListFormat(locale).format(sums)} {rates.length === 1 && rates[0]?.payments === 1 ? 'is' : 'are'} not
        counted in these figures: no exchange rate to {currency} is known.{' '}
        <TextLink to={rowsOf('cashCollected', period)}>See the payments</TextLink>
      </span>
    </p>
  )
}
