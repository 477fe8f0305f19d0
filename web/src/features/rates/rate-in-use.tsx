import { skipToken, useQuery } from '@apollo/client/react'
import { graphql } from '../../apollo/generated/index.ts'
import { formatDay } from '../../lib/format-date.ts'
import { useFormatSettings } from '../../lib/format-settings.ts'
import { isDay } from '../../lib/period.ts'
import { useNow } from '../../lib/use-now.ts'
import { originWords } from './rate-words.ts'

const query = graphql(`
  query RateInUse($base: CurrencyCode!, $quote: CurrencyCode!, $day: Date!) {
    rate(base: $base, quote: $quote, day: $day) {
      rate
      day
      origin
      throughEuro
    }
  }
`)

export interface RateInUseProps {
  base: string
  quote: string
  /** YYYY-MM-DD. */
  day: string
}

/** By which rate a payment of that day is converted now, and where that is from. */
export function RateInUse({ base, quote, day }: RateInUseProps) {
  const { locale } = useFormatSettings()
  const now = useNow()
  const isWhole = base !== '' && quote !== '' && base !== quote && isDay(day)
  const { data, error } = useQuery(
    query,
    isWhole ? { variables: { base, quote, day }, fetchPolicy: 'network-only' } : skipToken,
  )
  if (!isWhole || error || !data) return null
  if (!data.rate) return <>No rate is known for this day.</>
  const { rate, day: of, origin, throughEuro } = data.rate
  return (
    <>
      Used now: {rate} of {formatDay(of, { locale, now })}, {originWords[origin]}
      {throughEuro && ', by way of the euro'}.
    </>
  )
}
