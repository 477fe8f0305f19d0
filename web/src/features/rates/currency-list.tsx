import type { CurrencyList_CurrencyFragment } from '../../apollo/generated/graphql.ts'
import { graphql } from '../../apollo/generated/index.ts'
import { CompactTable } from '../../components/compact-table.tsx'
import type { Column } from '../../components/data-table/column.ts'
import { Section } from '../../components/section.tsx'
import { TextLink } from '../../components/text-link.tsx'
import { currencyLabel } from '../../lib/currencies.ts'
import { formatCount } from '../../lib/format-count.ts'
import { formatDay } from '../../lib/format-date.ts'
import { useFormatSettings } from '../../lib/format-settings.ts'
import { ratesTo } from '../../lib/page-search.ts'
import { useNow } from '../../lib/use-now.ts'

/** What a row of the currencies shows. Spread with `@unmask`. */
graphql(`
  fragment CurrencyList_currency on CurrencyInUse {
    currency
    payments
    withoutRate
    daysWithoutRate
    earliestDay
  }
`)

export type CurrencyRow = CurrencyList_CurrencyFragment

export interface CurrencyListProps {
  /** What the organization reports in. */
  reportsIn: string
  currencies: readonly CurrencyRow[]
}

/** The currencies that money came in, and which of it is in no figure since its day has no rate. */
export function CurrencyList({ reportsIn, currencies }: CurrencyListProps) {
  const columns: readonly Column<CurrencyRow>[] = [
    { id: 'currency', header: 'Currency', tone: 'strong', width: 240, cell: ({ currency }) => currencyLabel(currency) },
    { id: 'payments', header: 'Payments', width: 96, align: 'end', cell: ({ payments }) => formatCount(payments) },
    {
      id: 'without',
      header: 'Without a rate',
      width: 120,
      align: 'end',
      cell: ({ currency, withoutRate, daysWithoutRate: [day = ''] }) =>
        withoutRate === 0 ? 'None' : <TextLink to={ratesTo({ currency, day })}>{formatCount(withoutRate)}</TextLink>,
    },
    { id: 'days', header: 'Their days', drop: 0, cell: (row) => <MissingDays {...row} /> },
  ]
  return (
    <Section title="Currencies" action={<span className="text-fg-3">figures are in {reportsIn}</span>}>
      {currencies.length === 0 ? (
        <p className="mt-2 text-fg-2">No payment has come in yet.</p>
      ) : (
        <CompactTable
          label="Currencies of payments"
          columns={columns}
          rows={currencies}
          rowId={({ currency }) => currency}
        />
      )}
    </Section>
  )
}

const shownDays = 4

function MissingDays({ currency, daysWithoutRate }: CurrencyRow) {
  const { locale } = useFormatSettings()
  const now = useNow()
  const more = daysWithoutRate.length - shownDays
  return daysWithoutRate.slice(0, shownDays).map((day, index) => (
    <span key={day}>
      {index > 0 && ', '}
      <TextLink to={ratesTo({ currency, day })}>{formatDay(day, { locale, now })}</TextLink>
      {index === shownDays - 1 && more > 0 && <span className="text-fg-3"> and more</span>}
    </span>
  ))
}
