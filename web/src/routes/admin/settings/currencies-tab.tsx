import { useState } from 'react'
import { readError } from '../../../apollo/read-error.ts'
import { Button } from '../../../components/button.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { ErrorState } from '../../../components/error-state.tsx'
import { notify } from '../../../components/notify.ts'
import { Section } from '../../../components/section.tsx'
import { CurrencyList } from '../../../features/rates/currency-list.tsx'
import { RateFileForm } from '../../../features/rates/rate-file-form.tsx'
import { RateForm } from '../../../features/rates/rate-form.tsx'
import { RateList, type RateRow } from '../../../features/rates/rate-list.tsx'
import { RatesFilter } from '../../../features/rates/rates-filter.tsx'
import { formatCount } from '../../../lib/format-count.ts'
import { useFormatSettings } from '../../../lib/format-settings.ts'
import { addDays, isDay, todayIn } from '../../../lib/period.ts'
import { useSearchState } from '../../../lib/search-params.ts'
import { useNow } from '../../../lib/use-now.ts'
import { FormSkeleton } from './form-skeleton.tsx'
import { settingsSearch } from './settings-search.ts'
import { useRates } from './use-rates.ts'

/** Half of what one request may hold, so that each part is soon through. */
const limits = { mostRates: 1_000, mostCharacters: 900_000 }

/** What the organization reports in, the currencies of its payments, and the rates that it brought itself. */
export function CurrenciesTab() {
  const [{ currency, day, add }, change] = useSearchState(settingsSearch)
  const { data, error, refetch, save, remove, send, more } = useRates({ currency, day })
  const { organizationTimeZone } = useFormatSettings()
  const today = todayIn(organizationTimeZone, useNow())
  const [removing, setRemoving] = useState<RateRow | null>(null)
  if (!data) {
    if (error) return <ErrorState {...readError(error)} onRetry={() => void refetch()} />
    return <FormSkeleton label="Loading the currencies" />
  }
  const reportsIn = data.organization.currency
  const foreign = data.currenciesInUse.filter((each) => each.currency !== reportsIn)
  const earliest = foreign.map(({ earliestDay }) => earliestDay).sort()[0]
  return (
    <div className="min-h-0 flex-1 divide-y divide-line overflow-y-auto">
      <CurrencyList reportsIn={reportsIn} currencies={data.currenciesInUse} />
      <RateList
        rates={data.exchangeRates.edges.map(({ node }) => node)}
        isFiltered={currency !== '' || day !== ''}
        filter={
          <RatesFilter
            currencies={[
              ...new Set([
                ...data.currenciesInUse.map((each) => each.currency),
                ...(currency === '' ? [] : [currency]),
              ]),
            ]}
            currency={currency}
            day={day}
            onChange={(narrowed) => change(narrowed)}
          />
        }
        onAdd={() => change({ add: true })}
        hasMore={data.exchangeRates.pageInfo.hasNextPage}
        onMore={() => void more()}
        onRemove={setRemoving}
      />
      <Section title="Rates from a file">
        <p className="mt-2 mb-3 max-w-130 text-pretty text-fg-2">
          The European Central Bank’s files: eurofxref-daily.xml, eurofxref-hist-90d.xml or eurofxref-hist.xml, or the
          table inside of eurofxref.zip or eurofxref-hist.zip. They go before the bank’s rates that are known here
          already.
        </p>
        <RateFileForm
          limits={earliest === undefined ? limits : { ...limits, from: addDays(earliest, -7) }}
          onSend={send}
          onDone={({ added, changed }) => {
            notify.done('The rates were saved', {
              detail: `${formatCount(added)} are new, ${formatCount(changed)} were replaced.`,
            })
            void refetch()
          }}
        />
      </Section>
      {add && (
        <AddRate
          start={{
            day: isDay(day) ? day : today,
            base: currency === reportsIn ? '' : currency || (foreign[0]?.currency ?? ''),
            quote: reportsIn,
          }}
          onSave={save}
          onClose={() => change({ add: false }, { replace: true })}
        />
      )}
      {removing && (
        <Dialog
          open
          onOpenChange={() => setRemoving(null)}
          title={`Remove the rate of ${removing.base} in ${removing.quote}?`}
          description={`Payments of ${removing.day} and the six days after it are converted by the next best rate. Where there is none, they are in no figure.`}
          actions={
            <>
              <Button size="md" variant="quiet" onClick={() => setRemoving(null)}>
                Keep it
              </Button>
              <Button
                size="md"
                variant="danger"
                onClick={() => {
                  void remove(removing)
                  setRemoving(null)
                }}
              >
                Remove the rate
              </Button>
            </>
          }
        />
      )}
    </div>
  )
}

interface AddRateProps {
  start: { day: string; base: string; quote: string }
  onSave: (attemptId: string) => Parameters<typeof RateForm>[0]['onSend']
  onClose: () => void
}

function AddRate({ start, onSave, onClose }: AddRateProps) {
  const [attemptId] = useState(() => crypto.randomUUID())
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Add a rate"
      description="It goes before every other of its day, and payments are converted by it. Without a newer one it also serves the six days after."
      actions={null}
    >
      <RateForm start={start} onSend={onSave(attemptId)} onDone={onClose} onCancel={onClose} />
    </Dialog>
  )
}
