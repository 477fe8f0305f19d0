import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { show } from '../../test/show.tsx'
import { MissingRates } from './missing-rates.tsx'

const period = { from: '2026-11-01', to: '2026-11-20' }
const euros = (payments: number) => ({
  currency: 'EUR',
  payments,
  amount: { amount: '1200.00', currency: 'EUR' },
  days: ['2026-11-18'],
})

describe('payments without an exchange rate', () => {
  it('are told by sum and number, with the way to them', () => {
    const pounds = {
      currency: 'GBP',
      payments: 1,
      amount: { amount: '90.00', currency: 'GBP' },
      days: ['2026-11-20', '2026-11-19', '2026-11-12', '2026-11-11'],
    }
    show(<MissingRates period={period} currency="USD" rates={[euros(3), pounds]} />)
    expect(screen.getByText(/are not counted/).textContent).toBe(
      '€1,200.00 in 3 payments and £90.00 in 1 payment are not counted in these figures: no exchange rate to USD is known for EUR on Nov 18; GBP on Nov 20, Nov 19, Nov 12 and another day. See the payments',
    )
    const to = (name: string) => screen.getByRole('link', { name }).getAttribute('href')
    expect(to('See the payments')).toBe('/payments?paid=2026-11-01_2026-11-20')
    expect(to('Nov 18')).toBe('/settings?tab=currencies&add=1&currency=EUR&day=2026-11-18')
  })

  it('are not spoken of where there are none', () => {
    show(<MissingRates period={period} currency="USD" rates={[]} />)
    expect(screen.queryByText(/exchange rate/)).toBeNull()
  })
})
