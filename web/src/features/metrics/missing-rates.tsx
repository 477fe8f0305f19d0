import { TriangleAlert } from 'lucide-react'
import { TextLink } from '../../components/text-link.tsx'
import { formatDay } from '../../lib/format-date.ts'
import { formatMoney } from '../../lib/format-money.ts'
import { useFormatSettings } from '../../lib/format-settings.ts'
import { ratesTo } from '../../lib/page-search.ts'
import type { Period } from '../../lib/period.ts'
import { useNow } from '../../lib/use-now.ts'
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
        counted in these figures: no exchange rate to {currency} is known for{' '}
        {rates.map((rate, index) => (
          <span key={rate.currency}>
            {index > 0 && '; '}
            {rate.currency} on <MissingDays {...rate} />
          </span>
        ))}
        . <TextLink to={rowsOf('cashCollected', period)}>See the payments</TextLink>
      </span>
    </p>
  )
}

const shownDays = 3

/** The days that lack a rate, each the way to where it is added. */
function MissingDays({ currency, days }: Pick<MissingRate, 'currency' | 'days'>) {
  const { locale } = useFormatSettings()
  const now = useNow()
  const more = days.length - shownDays
  return (
    <>
      {days.slice(0, shownDays).map((day, index) => (
        <span key={day}>
          {index > 0 && ', '}
          <TextLink to={ratesTo({ currency, day })}>{formatDay(day, { locale, now })}</TextLink>
        </span>
      ))}
      {more > 0 && ` and ${more === 1 ? 'another day' : `${more} more days`}`}
    </>
  )
}
