import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { Timeline } from '../../components/timeline.tsx'
import { callPath } from '../../lib/page-search.ts'
import { show } from '../../test/show.tsx'
import type { CallTimeline_EventFragment } from '../../apollo/generated/graphql.ts'
import { timelineEntries } from './call-timeline-entries.tsx'

const usd = (amount: string) => ({ __typename: 'Money' as const, amount, currency: 'USD' })

const call: CallTimeline_EventFragment = {
  id: 'event-2',
  setterName: 'luis-ortega',
  setter: { id: 'setter-1', name: 'Luis Ortega' },
  sourceName: 'YouTube',
  source: null,
  cancelReason: null,
  rescheduledFrom: { id: 'event-1', scheduledAt: '2026-11-17T16:00:00.000Z' },
  rescheduledTo: null,
  history: [
    {
      id: 'h3',
      at: '2026-11-20T10:00:00.000Z',
      change: 'FORM_AMENDED',
      by: 'Nora Whitfield',
      assignment: null,
      fields: null,
    },
    {
      id: 'h2',
      at: '2026-11-19T14:58:00.000Z',
      change: 'FORM_SUBMITTED',
      by: 'Maya Okafor',
      assignment: null,
      fields: null,
    },
    { id: 'h1', at: '2026-11-17T09:41:00.000Z', change: 'BOOKED', by: 'luis-ortega', assignment: null, fields: null },
  ],
  payments: [
    {
      id: 'payment-1',
      origin: 'PROCESSOR',
      provider: 'STRIPE',
      paidAt: '2026-11-19T15:04:00.000Z',
      amount: usd('3000.00'),
      refunds: [
        {
          id: 'refund-1',
          amount: usd('500.00'),
          madeAt: '2026-11-21T08:00:00.000Z',
          reason: 'requested_by_customer',
          report: 'LIVE',
        },
      ],
    },
  ],
}

describe('the timeline of a call', () => {
  it('tells what happened to the call and to its money in one order, the newest first, and who did it', () => {
    const titles = timelineEntries(call, callPath).map(({ title }) => title)
    expect(titles).toEqual([
      'Refund',
      'Form amended by Nora Whitfield',
      'Payment received',
      'Form filed by Maya Okafor',
      'Booked by Luis Ortega',
    ])
  })

  it('leads to the payment and to the call that was moved here', () => {
    show(<Timeline entries={timelineEntries(call, callPath)} />)
    expect(screen.getByRole('link', { name: '$3,000.00' }).getAttribute('href')).toBe('/payments/payment-1')
    expect(screen.getByRole('link', { name: /Nov 17/ }).getAttribute('href')).toBe('/calls/event-1')
  })
})
