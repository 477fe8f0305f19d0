import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { callsSearch } from '../../lib/page-search.ts'
import { useSearchState } from '../../lib/search-params.ts'
import { expectAccessible } from '../../test/expect-accessible.ts'
import { show } from '../../test/show.tsx'
import { CallsFilterBar } from './calls-filter-bar.tsx'

const roster = {
  closers: [
    { value: 'closer-1', label: 'Maya Okafor' },
    { value: 'closer-2', label: 'Daniel Reyes' },
  ],
  setters: [],
  sources: [{ value: 'source-1', label: 'YouTube' }],
  callTypes: [],
}

function Page() {
  const [state, change] = useSearchState(callsSearch)
  return <CallsFilterBar state={state} onChange={change} roster={roster} today="2026-11-20" />
}

describe('the filters of the calls page', () => {
  it('show what the address filters by as chips, and take a chip off it', async () => {
    const { user, address, container } = show(<Page />, {
      at: '/calls?closer=closer-1&closer=closer-2&scheduled=2026-11-01_2026-11-20&overdue=1&open=event-1',
    })
    expect(screen.getByRole('button', { name: /^Closer.*Maya Okafor, Daniel Reyes/ })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Remove the filter Form: Overdue' }))
    await user.click(screen.getByRole('button', { name: 'Remove the filter Scheduled: Nov 1 – 20' }))
    expect(address()).toBe('/calls?closer=closer-1&closer=closer-2&open=event-1')
    await expectAccessible(container)
  })

  it('add a filter by its field and then its values, several at once', async () => {
    const { user, address } = show(<Page />, { at: '/calls' })
    await user.click(screen.getByRole('button', { name: 'Filter' }))
    await user.click(screen.getByRole('option', { name: 'Outcome' }))
    await user.click(screen.getByRole('option', { name: 'Closed' }))
    await user.click(screen.getByRole('option', { name: 'Offer made' }))
    expect(address()).toBe('/calls?outcome=CLOSED&outcome=OFFER_MADE')
  })

  it('do not offer people to somebody who may not see the roster', async () => {
    const { user } = show(<Page />)
    await user.click(screen.getByRole('button', { name: 'Filter' }))
    expect(screen.queryByRole('option', { name: 'Setter' })).toBeNull()
    expect(screen.getByRole('option', { name: 'Source' })).toBeTruthy()
  })

  it('search once typing rests, and are all cleared at once', async () => {
    const { user, address } = show(<Page />, { at: '/calls?source=source-1' })
    await user.type(screen.getByRole('searchbox', { name: 'Search calls' }), 'levi{Enter}')
    expect(address()).toBe('/calls?source=source-1&q=levi')
    await user.click(screen.getByRole('button', { name: 'Clear' }))
    expect(address()).toBe('/calls')
  })
})
