import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { expectAccessible } from '../../test/expect-accessible.ts'
import { show } from '../../test/show.tsx'
import { metricFor } from './leaderboard-choices.ts'
import { Leaderboard } from './leaderboard.tsx'
import type { MetricRank } from './metric-report.ts'

const period = { from: '2026-11-01', to: '2026-11-20' }

const person = (index: number, values: Partial<MetricRank['values']> = {}): MetricRank => ({
  personId: `p${index}`,
  name: `Person ${index}`,
  rank: index,
  values: {
    bookedCalls: 40,
    shows: 20,
    closes: 5,
    showRate: 0.8,
    closeRate: 0.25,
    netCash: { amount: '5000.00', currency: 'USD' },
    ...values,
  },
})

describe('the leaderboard', () => {
  it('opens the calls of a closer by the name, and the rows of a figure by the figure', async () => {
    show(<Leaderboard role="CLOSER" metric="netCash" period={period} entries={[person(1)]} />)
    const row = within(screen.getByRole('row', { name: /Person 1/ }))
    const hrefOf = (name: RegExp) => row.getByRole('link', { name }).getAttribute('href')
    expect(hrefOf(/Person 1/)).toBe('/calls?closer=p1&scheduled=2026-11-01_2026-11-20')
    expect(hrefOf(/\$5,000/)).toBe('/payments?closer=p1&paid=2026-11-01_2026-11-20')
    expect(hrefOf(/5 of 20/)).toBe('/calls?closer=p1&scheduled=2026-11-01_2026-11-20&outcome=CLOSED')
    await expectAccessible()
  })

  it('opens what a setter booked by the name', () => {
    show(<Leaderboard role="SETTER" metric="bookedCalls" period={period} entries={[person(1)]} />)
    expect(screen.getByRole('link', { name: /Person 1/ }).getAttribute('href')).toBe(
      '/calls?setter=p1&booked=2026-11-01_2026-11-20&chainEnds=1',
    )
  })

  it('puts what is ranked by last, and shows a rate with nothing under it as unknown', () => {
    show(
      <Leaderboard
        role="CLOSER"
        metric="closeRate"
        period={period}
        entries={[person(1, { shows: 0, closeRate: null })]}
      />,
    )
    expect(screen.getAllByRole('columnheader').at(-1)?.textContent).toBe('Close rate')
    expect(screen.getAllByRole('cell').at(-1)?.textContent).toContain('Nobody showed')
  })

  it('shows the first eight, and all when asked', async () => {
    const entries = Array.from({ length: 12 }, (_, index) => person(index + 1))
    const { user } = show(<Leaderboard role="CLOSER" metric="netCash" period={period} entries={entries} />)
    expect(screen.getAllByRole('row')).toHaveLength(1 + 8)
    await user.click(screen.getByRole('button', { name: 'All 12' }))
    expect(screen.getAllByRole('row')).toHaveLength(1 + 12)
  })

  it('falls back to the usual figure of a role where the address names one that it is not ranked by', () => {
    expect(metricFor('SETTER', 'CLOSE_RATE')).toBe('BOOKED_CALLS')
    expect(metricFor('CLOSER', 'CLOSE_RATE')).toBe('CLOSE_RATE')
    expect(metricFor('CLOSER', null)).toBe('NET_CASH')
  })
})
