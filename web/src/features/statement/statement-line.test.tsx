import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { expectAccessible } from '../../test/expect-accessible.ts'
import { DisputeState } from './dispute-state.tsx'
import { LineAmounts } from './line-amounts.tsx'
import { StatementLineRow } from './statement-line-row.tsx'
import type { StatementLine } from './statement-line.ts'

const money = (amount: string, currency = 'USD') => ({ amount, currency })
const amounts = (collected: string, refunded: string, lost: string, net: string, currency = 'USD') => ({
  collected: money(collected, currency),
  refunded: money(refunded, currency),
  lost: money(lost, currency),
  net: money(net, currency),
})
const dispute = {
  id: 'd1',
  state: 'OPEN',
  missing: false,
  comment: 'All of it is mine.',
  leadName: 'Dana Reyes',
  amount: money('600.00'),
  paidOn: '2026-11-06',
  madeAt: '2026-11-19T12:00:00Z',
  madeBy: 'Maya Okafor',
  dueOn: '2026-11-26',
  overdue: false,
  answer: null,
  settledAt: null,
  settledBy: null,
} as const
const line = (change: Partial<StatementLine> = {}): StatementLine => ({
  id: 'p1',
  percent: 60,
  paid: amounts('600.00', '60.00', '0.00', '540.00', 'EUR'),
  held: money('0.00', 'EUR'),
  reporting: amounts('650.00', '65.00', '0.00', '585.00'),
  payment: {
    id: 'p1',
    customerName: 'Dana Reyes',
    paidAt: '2026-11-06T15:00:00Z',
    status: 'PARTIALLY_REFUNDED',
    paymentType: 'PIF',
    dealType: null,
    amount: money('1000.00', 'EUR'),
    reportingRate: { rate: '1.0833', day: '2026-11-06' },
    package: null,
    event: null,
    creditDisputes: [],
  },
  ...change,
})
const factsIn = (container: HTMLElement) =>
  [...container.querySelectorAll('dl > div')].map((row) => [...row.children].map((part) => part.textContent))

describe('a line of a statement', () => {
  it('says who paid, when, what for, whose share it is and what is credited, and opens', async () => {
    const onToggle = vi.fn()
    const { container } = render(
      <ul>
        <StatementLineRow line={line()} whatFor="Paid in full" open={false} onToggle={onToggle}>
          Opened
        </StatementLineRow>
      </ul>,
    )
    const row = screen.getByRole('button', { name: /^Dana Reyes/ })
    for (const text of ['Paid in full', '60% yours', '$585.00', '€540.00']) expect(row.textContent).toContain(text)
    expect(row.getAttribute('aria-expanded')).toBe('false')
    expect(screen.queryByText('Opened')).toBeNull()
    await userEvent.click(row)
    expect(onToggle).toHaveBeenCalledOnce()
    await expectAccessible(container)
  })

  it('works out what is credited, in what was paid and in what the team reports in', async () => {
    const { container } = render(<LineAmounts line={line()} />)
    expect(factsIn(container)).toEqual([
      ['The whole payment', '€1,000.00'],
      ['Your 60% of it', '€600.00'],
      ['Refunded', '−€60.00'],
      ['Credited to you', '€540.00'],
      ['At 1.0833, the rate of Nov 6', '$585.00'],
    ])
    await expectAccessible(container)
  })

  it('says that it is in no sum where no rate is known', () => {
    render(<LineAmounts line={line({ reporting: null, percent: null })} />)
    screen.getByText(/No rate of its day is known/)
    expect(screen.queryByText('The whole payment')).toBeNull()
  })
})

describe('a dispute', () => {
  it('says until when it is answered, and that the day is over', async () => {
    const { container, rerender } = render(<DisputeState dispute={dispute} />)
    screen.getByText('Answer due Nov 26')
    rerender(<DisputeState dispute={{ ...dispute, overdue: true }} />)
    screen.getByText('Answer was due Nov 26')
    await expectAccessible(container)
  })

  it('says what was answered, and by whom', () => {
    const answered = {
      state: 'REJECTED',
      answer: 'It is split.',
      settledAt: '2026-11-20T12:00:00Z',
      settledBy: 'Nora',
    } as const
    render(<DisputeState dispute={{ ...dispute, ...answered }} />)
    screen.getByText('Rejected')
    expect(screen.getByText(/It is split/).textContent).toContain('Nora')
    expect(screen.queryByText(/Answer due/)).toBeNull()
  })
})
