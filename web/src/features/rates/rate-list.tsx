import { Plus, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import type { RateList_RateFragment } from '../../apollo/generated/graphql.ts'
import { graphql } from '../../apollo/generated/index.ts'
import { Button, IconButton } from '../../components/button.tsx'
import { CompactTable } from '../../components/compact-table.tsx'
import type { Column } from '../../components/data-table/column.ts'
import { DateTime } from '../../components/figures.tsx'
import { Section } from '../../components/section.tsx'
import { formatDay } from '../../lib/format-date.ts'
import { useFormatSettings } from '../../lib/format-settings.ts'
import { useNow } from '../../lib/use-now.ts'

/** What a row of the rates shows. Spread with `@unmask`. */
graphql(`
  fragment RateList_rate on ExchangeRate {
    id
    day
    base
    quote
    rate
    origin
    setByName
    setAt
  }
`)

export type RateRow = RateList_RateFragment

export interface RateListProps {
  rates: readonly RateRow[]
  /** Narrows the list: the currency and days that are looked at. */
  filter: ReactNode
  isFiltered: boolean
  onAdd: () => void
  hasMore: boolean
  onMore: () => void
  onRemove: (rate: RateRow) => void
}

/** The organization's own rates, the newest first. */
export function RateList({ rates, filter, isFiltered, onAdd, hasMore, onMore, onRemove }: RateListProps) {
  const { locale } = useFormatSettings()
  const now = useNow()
  const columns: readonly Column<RateRow>[] = [
    { id: 'day', header: 'Day', width: 110, tone: 'strong', cell: ({ day }) => formatDay(day, { locale, now }) },
    { id: 'rate', header: 'Rate', width: 220, cell: ({ base, quote, rate }) => `1 ${base} = ${rate} ${quote}` },
    { id: 'origin', header: 'From', width: 90, cell: ({ origin }) => (origin === 'MANUAL' ? 'By hand' : 'File') },
    { id: 'by', header: 'By', tone: 'quiet', drop: 1, width: 140, cell: ({ setByName }) => setByName },
    { id: 'at', header: 'When', tone: 'quiet', drop: 0, width: 150, cell: ({ setAt }) => <DateTime at={setAt} /> },
    {
      id: 'remove',
      header: 'Remove',
      headerHidden: true,
      width: 40,
      align: 'end',
      cell: (rate) => (
        <IconButton
          label={`Remove the rate of ${rate.base} in ${rate.quote} of ${rate.day}`}
          onClick={() => onRemove(rate)}
        >
          <Trash2 aria-hidden size={14} strokeWidth={1.75} />
        </IconButton>
      ),
    },
  ]
  return (
    <Section
      title="Your own rates"
      action={
        <Button onClick={onAdd}>
          <Plus aria-hidden size={14} strokeWidth={1.75} />
          Add a rate
        </Button>
      }
    >
      <div className="mt-2 flex flex-wrap gap-2">{filter}</div>
      {rates.length === 0 ? (
        <p className="mt-2 max-w-130 text-pretty text-fg-2">
          {isFiltered
            ? 'None of this currency and day.'
            : 'None. Payments are converted by the European Central Bank’s rates; a rate of your own for a day goes before them.'}
        </p>
      ) : (
        <CompactTable label="Your own rates" columns={columns} rows={rates} rowId={({ id }) => id} />
      )}
      {hasMore && (
        <div className="mt-3">
          <Button onClick={onMore}>Show older ones</Button>
        </div>
      )}
    </Section>
  )
}
