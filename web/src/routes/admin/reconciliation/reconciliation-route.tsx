import { Money } from '../../../components/figures.tsx'
import { AddFilter } from '../../../components/filter-bar/add-filter.tsx'
import { FieldChip } from '../../../components/filter-bar/field-chip.tsx'
import { periodField } from '../../../components/filter-bar/filter-field.ts'
import { PageHeader } from '../../../components/page-header.tsx'
import { Tabs } from '../../../components/tabs.tsx'
import { reconciliationLists, reconciliationSearch, reconciliationTo } from '../../../lib/page-search.ts'
import { todayIn } from '../../../lib/period.ts'
import { useSearchState } from '../../../lib/search-params.ts'
import { useNow } from '../../../lib/use-now.ts'
import { useViewer } from '../../../lib/viewer.ts'
import { DifferingList, UnmatchedList } from './reconciliation-list.tsx'
import { type ReconciliationState, type Sums, useSums } from './use-reconciliation.ts'

const labels: Readonly<Record<ReconciliationState['list'], string>> = {
  reported: 'Reported, unmatched',
  processor: 'Processor, unmatched',
  differing: 'Amounts that differ',
}

/** What closers reported beside what came in: whatever has no other side, or another amount, until a person says what it is. */
export function Component() {
  const [state, setState] = useSearchState(reconciliationSearch)
  const { organization } = useViewer()
  const today = todayIn(organization.timeZone, useNow())
  const { sums, refetchSums } = useSums(state)
  const List = state.list === 'differing' ? DifferingList : UnmatchedList
  const period = periodField('Paid', state.paid, (paid) => setState({ paid }))
  return (
    <>
      <PageHeader title="Reconciliation" parent={{ label: 'Payments', to: '/payments' }} />
      <Tabs
        label="Lists"
        tabs={reconciliationLists.map((id) => ({
          id,
          label: labels[id],
          to: reconciliationTo({ ...state, list: id }),
          ...(sums && { count: countOf(sums[id]) }),
        }))}
        current={state.list}
      />
      <div className="flex min-h-11 shrink-0 flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-1.5 md:px-6">
        <FieldChip field={period} today={today} />
        <AddFilter fields={[period]} today={today} />
        {sums && <SumLine sums={sums[state.list]} />}
      </div>
      <div className="flex min-h-0 flex-1 flex-col overflow-y-auto">
        <List key={state.list} state={state} onChanged={() => void refetchSums()} />
      </div>
    </>
  )
}

const countOf = (sums: Sums): number => sums.reduce((sum, { payments }) => sum + payments, 0)

/** What the list sums to; currencies are never added up. */
function SumLine({ sums }: { sums: Sums }) {
  return (
    <span className="ml-auto flex flex-wrap gap-x-4">
      {sums.map(({ amount }) => (
        <span key={amount.currency} className="font-medium">
          <Money value={amount} />
        </span>
      ))}
    </span>
  )
}
