import type { PaymentOrigin } from '../../apollo/generated/graphql.ts'
import { DateTime } from '../../components/figures.tsx'
import { formatDate } from '../../lib/format-date.ts'
import { useFormatSettings } from '../../lib/format-settings.ts'
import { useNow } from '../../lib/use-now.ts'

export interface PaidAtProps {
  payment: { paidAt: string; origin: PaymentOrigin }
}

/** When a payment was paid. One that was entered by hand is known by its day alone, which is the organization's for everybody. */
export function PaidAt({ payment: { paidAt, origin } }: PaidAtProps) {
  const { locale, organizationTimeZone } = useFormatSettings()
  const now = useNow()
  if (origin !== 'MANUAL') return <DateTime at={paidAt} />
  return (
    <time dateTime={paidAt} className="whitespace-nowrap">
      {formatDate(paidAt, { locale, timeZone: organizationTimeZone, now })}
    </time>
  )
}
