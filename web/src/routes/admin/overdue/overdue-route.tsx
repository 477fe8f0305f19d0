import { LoadError } from '../../../apollo/load-error.tsx'
import { Button } from '../../../components/button.tsx'
import { PageHeader } from '../../../components/page-header.tsx'
import { SearchBox } from '../../../components/search-box.tsx'
import { SkeletonRows } from '../../../components/skeleton.tsx'
import { ClosersDue } from '../../../features/overdue-forms/closers-due.tsx'
import { DailyReminder } from '../../../features/overdue-forms/daily-reminder.tsx'
import { useReminders } from '../../../features/overdue-forms/use-reminders.ts'
import { useSearchState } from '../../../lib/search-params.ts'
import { OverdueList } from './overdue-list.tsx'
import { overdueSearch, overdueTo } from './overdue-search.ts'

/** Forms that are due: who has to file them and is reminded of it, and every single one. */
export function Component() {
  const [state, change] = useSearchState(overdueSearch)
  const { closers, settings, error, reload, remind, change: changeSettings } = useReminders()
  const chosen = closers?.find(({ closer }) => closer.id === state.closer)
  const clear = () => change({ q: '', closer: null })
  return (
    <>
      <PageHeader title="Overdue forms" parent={{ label: 'Calls', to: '/calls' }} />
      <div className="flex min-h-0 flex-1 flex-col overflow-y-auto">
        {error ? (
          <LoadError title="The closers did not load" error={error} onRetry={reload} />
        ) : !closers || !settings ? (
          <SkeletonRows rows={4} columns={4} label="Loading closers" />
        ) : (
          <div className="grid shrink-0 border-b border-line lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] lg:divide-x lg:divide-line max-lg:divide-y max-lg:divide-line">
            {closers.length > 0 && (
              <ClosersDue
                closers={closers}
                chosenId={state.closer}
                toCallsOf={(id) => overdueTo({ ...state, closer: id === state.closer ? null : id })}
                onRemind={remind}
              />
            )}
            <DailyReminder settings={settings} onChange={changeSettings} />
          </div>
        )}
        <div className="flex min-h-11 shrink-0 flex-wrap items-center gap-2 border-b border-line px-4 py-1.5 md:px-6">
          <div className="w-full max-w-60">
            <SearchBox
              label="Search overdue forms"
              placeholder="Name, email or booking id"
              value={state.q}
              onSearch={(q) => change({ q }, { replace: true })}
            />
          </div>
          {chosen && <span className="text-fg-2">Of {chosen.closer.name}</span>}
          {(state.q !== '' || state.closer !== null) && (
            <Button variant="quiet" onClick={clear}>
              Clear
            </Button>
          )}
        </div>
        <OverdueList state={state} onClear={clear} />
      </div>
    </>
  )
}
