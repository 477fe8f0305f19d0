import { Plus } from 'lucide-react'
import { useState } from 'react'
import { onDemand } from '../../../lib/on-demand.tsx'
import { LoadError } from '../../../apollo/load-error.tsx'
import { Button } from '../../../components/button.tsx'
import { DataTable } from '../../../components/data-table/data-table.tsx'
import { PageHeader } from '../../../components/page-header.tsx'
import { SkeletonRows } from '../../../components/skeleton.tsx'
import { Tabs } from '../../../components/tabs.tsx'
import { TextLink } from '../../../components/text-link.tsx'
import { paymentColumns } from '../../../features/payments/payment-columns.tsx'
import { fromSort, isNarrowed, noConditions, toSort } from '../../../features/payments/payment-filter.ts'
import { PaymentTotals } from '../../../features/payments/payment-totals.tsx'
import { currentView, viewTabs } from '../../../features/payments/payment-views.ts'
import { customerOf } from '../../../features/payments/payment-words.ts'
import { SelectionBar } from '../../../features/payments/selection-bar.tsx'
import { PaymentsFilterBar } from '../../../features/payments/payments-filter-bar.tsx'
import { usePackageOptions } from '../../../features/payments/use-package-options.ts'
import { useOwnFields } from '../../../features/fields/use-own-fields.tsx'
import { useRosterOptions } from '../../../features/roster/use-roster-options.ts'
import { formatCount } from '../../../lib/format-count.ts'
import { paymentPath, paymentsSearch, reconciliationTo } from '../../../lib/page-search.ts'
import { todayIn } from '../../../lib/period.ts'
import { useSearchState } from '../../../lib/search-params.ts'
import { useNow } from '../../../lib/use-now.ts'
import { useMay, useViewer } from '../../../lib/viewer.ts'
import { PaymentsEmpty } from './payments-empty.tsx'
import { usePayments, usePaymentTotals } from './use-payments.ts'

const PaymentPanel = onDemand(async () => (await import('./payment-panel.tsx')).PaymentPanel)
const RerunCredits = onDemand(
  async () => (await import('../../../features/attribution/rerun-credits.tsx')).RerunCredits,
)
const AddPaymentDialog = onDemand(
  async () => (await import('../../../features/payments/entry-dialogs.tsx')).AddPaymentDialog,
)

const nothingSelected: ReadonlySet<string> = new Set()

/** All payments: a table whose filter stands in the address, its sums, and the open payment beside it. */
export function Component() {
  const [state, setState] = useSearchState(paymentsSearch)
  const { organization } = useViewer()
  const seesAll = useMay('READ_ALL_ROWS')
  const today = todayIn(organization.timeZone, useNow())
  const payments = usePayments(state)
  const { totals, count, notCreditedCount, disputedCount, refetchTotals } = usePaymentTotals(state)
  const roster = useRosterOptions()
  const packages = usePackageOptions()
  const own = useOwnFields('PAYMENT', state, setState, paymentColumns)
  const view = currentView(state)
  const mayWrite = useMay('WRITE_PAYMENTS')
  const [adding, setAdding] = useState(false)
  const [selection, setSelection] = useState({ listKey: '', ids: nothingSelected })
  // What was selected in one list is not in the next.
  const selectedIds = selection.listKey === payments.listKey ? selection.ids : nothingSelected
  const select = (ids: ReadonlySet<string>) => setSelection({ listKey: payments.listKey, ids })
  const reload = () => {
    void payments.reload()
    refetchTotals()
  }

  const rows = payments.rows ?? []
  const openIndex = rows.findIndex((row) => row.id === state.open)
  const openRow = rows[openIndex]
  const goTo = (index: number) => {
    const row = rows[index]
    return row && (() => setState({ open: row.id }, { replace: true }))
  }
  // A row whose credit changed stays in sight, though the filter counts it no more.
  const position =
    openRow && count !== undefined && openIndex < count
      ? `${formatCount(openIndex + 1)} of ${formatCount(count)}`
      : undefined
  const footer =
    selectedIds.size > 0 ? (
      <SelectionBar
        selectedIds={selectedIds}
        deleted={state.deleted}
        onClear={() => select(nothingSelected)}
        onChanged={reload}
      />
    ) : (
      <PaymentTotals totals={totals} />
    )

  return (
    <>
      <PageHeader title="Payments">
        {mayWrite && <RerunCredits today={today} period={state.paid} onApplied={reload} />}
        {mayWrite && (
          <Button onClick={() => setAdding(true)}>
            <Plus aria-hidden size={14} strokeWidth={1.75} />
            Add payment
          </Button>
        )}
      </PageHeader>
      <Tabs label="Views" tabs={viewTabs({ state, notCreditedCount, disputedCount, seesAll })} current={view ?? ''}>
        {seesAll && <TextLink to={reconciliationTo({ paid: state.paid })}>Reconciliation</TextLink>}
      </Tabs>
      <PaymentsFilterBar
        state={state}
        onChange={setState}
        roster={roster}
        packages={packages}
        today={today}
        own={own.filters}
        end={own.chooser}
      />
      <div className="relative flex min-h-0 flex-1">
        <div className="flex min-w-0 flex-1 flex-col" aria-busy={payments.stale || undefined}>
          {payments.error ? (
            <LoadError title="The payments did not load" error={payments.error} onRetry={payments.retry} />
          ) : !payments.rows ? (
            <SkeletonRows rows={14} columns={6} label="Loading payments" />
          ) : rows.length === 0 && !payments.stale ? (
            <PaymentsEmpty
              view={view}
              narrowed={isNarrowed({ ...state, ...(view && { method: [], status: [], origin: [], deleted: false }) })}
              onClear={() => setState(noConditions)}
            />
          ) : (
            <DataTable
              label="Payments"
              columns={own.columns}
              rows={rows}
              rowId={(row) => row.id}
              rowName={customerOf}
              rowTo={(row) => paymentPath(row.id)}
              onOpen={(row) => setState({ open: row.id })}
              openId={state.open}
              onClose={() => setState({ open: null })}
              sort={toSort(state.sort)}
              onSort={(sort) => setState({ sort: fromSort(sort) })}
              selectedIds={mayWrite ? selectedIds : undefined}
              onSelect={mayWrite ? select : undefined}
              listKey={payments.listKey}
              hasMore={payments.hasMore}
              onReachEnd={payments.loadMore}
              totalCount={count}
              footer={footer}
            />
          )}
        </div>
        {state.open !== null && (
          <PaymentPanel
            id={state.open}
            title={openRow ? customerOf(openRow) : 'Payment'}
            position={position}
            onCredited={refetchTotals}
            onChanged={reload}
            onPrevious={openRow && goTo(openIndex - 1)}
            onNext={openRow && goTo(openIndex + 1)}
            onClose={() => setState({ open: null })}
          />
        )}
      </div>
      {adding && (
        <AddPaymentDialog
          demanded={own.demanded}
          currency={organization.currency}
          today={today}
          onAdded={(id) => {
            reload()
            setState({ open: id })
          }}
          onClose={() => setAdding(false)}
        />
      )}
    </>
  )
}
