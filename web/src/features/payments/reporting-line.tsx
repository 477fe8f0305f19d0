import type { FragmentType } from '@apollo/client/masking'
import { useFragment } from '@apollo/client/react'
import { graphql } from '../../apollo/generated/index.ts'
import type { ReportingLine_PaymentFragment } from '../../apollo/generated/graphql.ts'
import { Money } from '../../components/figures.tsx'
import { formatDay } from '../../lib/format-date.ts'
import { useFormatSettings } from '../../lib/format-settings.ts'
import { useNow } from '../../lib/use-now.ts'

const fragment = graphql(`
  fragment ReportingLine_payment on Payment {
    id
    reportingAmount {
      amount
      currency
    }
    reportingRate {
      rate
      day
      origin
    }
  }
`)

const originWords = {
  MANUAL: 'Set by hand',
  FILE: 'From a file of the organization',
  REFERENCE: 'European Central Bank',
} as const

/** What a payment in another currency is worth to the organization, and by which rate. Draws nothing of one in its own. */
export function ReportingLine({ payment }: { payment: FragmentType<ReportingLine_PaymentFragment> }) {
  const { data, complete } = useFragment({ fragment, from: payment })
  const { locale } = useFormatSettings()
  const now = useNow()
  if (!complete || !data.reportingAmount || !data.reportingRate) return null
  const { rate, day, origin } = data.reportingRate
  return (
    <p className="text-fg-2" title={origin ? originWords[origin] : undefined}>
      = <Money value={data.reportingAmount} /> at {rate} of {formatDay(day, { locale, now })}
    </p>
  )
}
