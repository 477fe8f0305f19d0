import { describe, expect, it } from 'vitest'
import { callsSearch } from '../../lib/page-search.ts'
import { readSearch } from '../../lib/search-params.ts'
import { currentView, viewTabs } from './call-views.ts'

const stateOf = (search: string) => readSearch(callsSearch, new URLSearchParams(search))

describe('the tabs of the calls page', () => {
  it('are told from what the address filters by, whoever made the link', () => {
    expect(currentView(stateOf('overdue=1&closer=closer-1'))).toBe('overdue')
    expect(currentView(stateOf('status=SCHEDULED'))).toBe('upcoming')
    expect(currentView(stateOf('outcome=CLOSED&scheduled=2026-11-01_2026-11-20'))).toBe('closed')
    expect(currentView(stateOf('outcome=CLOSED&outcome=OFFER_MADE'))).toBe('all')
  })

  it('keep the people, the period and the search, and close the open call', () => {
    const tabs = viewTabs({
      state: stateOf('q=levi&closer=closer-1&outcome=CLOSED&open=event-1'),
      counts: { overdue: 9 },
    })
    expect(tabs.find(({ id }) => id === 'overdue')).toEqual({
      id: 'overdue',
      label: 'Form overdue',
      count: 9,
      to: { pathname: '/calls', search: 'q=levi&closer=closer-1&overdue=1' },
    })
    expect(tabs.find(({ id }) => id === 'upcoming')?.to).toEqual({
      pathname: '/calls',
      search: 'q=levi&closer=closer-1&status=SCHEDULED&sort=SCHEDULED_AT',
    })
  })
})
