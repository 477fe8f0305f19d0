import { describe, expect, it } from 'vitest'
import { refundLines, type RefundTold } from './refund-lines.ts'

const told = (
  report: RefundTold['report'],
  amount: string,
  reason: string | null = null,
  reference = `re ${amount}`,
): RefundTold => ({
  id: `${report} ${amount}`,
  amount: { amount, currency: 'USD' },
  madeAt: '2026-11-07T16:11:59.000Z',
  reason,
  report,
  reference,
  enteredBy: null,
  counted: true,
})

const shown = (all: readonly RefundTold[]) =>
  refundLines(all).map(({ kind, amount, reason }) => [kind, amount.amount, reason])

describe('the refunds of a payment', () => {
  it('are shown once, though the processor tells the running total as well', () => {
    expect(
      shown([
        told('TOTAL', '650.00'),
        told('LIVE', '400.00', 'requested_by_customer'),
        told('TOTAL', '250.00'),
        told('LIVE', '250.00', 'duplicate'),
      ]),
    ).toEqual([
      ['refund', '400.00', 'Requested by the customer'],
      ['refund', '250.00', 'Charged twice'],
    ])
  })

  it('are the newest total where no single refund was told', () => {
    expect(shown([told('TOTAL', '900.00'), told('TOTAL', '300.00')])).toEqual([['total', '900.00', null]])
    expect(shown([])).toEqual([])
  })

  it('tell of one that failed', () => {
    expect(shown([told('FAILED', '300.00'), told('TOTAL', '300.00')])).toEqual([['failed', '300.00', null]])
  })

  it('are each told once, however often the processor told of them, and a failure ends one', () => {
    expect(
      shown([
        told('FAILED', '300.00', null, 're_1'),
        told('LIVE', '250.00', null, 're_2'),
        { ...told('LIVE', '250.00', null, 're_2'), id: 'again' },
        told('LIVE', '300.00', null, 're_1'),
      ]),
    ).toEqual([
      ['failed', '300.00', null],
      ['refund', '250.00', null],
    ])
  })

  it('have a reason in words, whatever the processor calls it', () => {
    const reasons = ['insufficient_funds', 'Moved to another cohort'].map((reason) => told('LIVE', '1.00', reason))
    expect(shown(reasons).map(([, , reason]) => reason)).toEqual(['Insufficient funds', 'Moved to another cohort'])
  })
})
