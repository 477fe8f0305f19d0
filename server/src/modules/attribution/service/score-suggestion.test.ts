import { describe, expect, it } from 'vitest'
import type { CandidateEvent } from './attribution-facts.ts'
import { companyOf, mailboxOf, phoneEnding } from './identity-traces.ts'
import { commonTraces, scoreSuggestion, type SuggestedLead, type UncreditedPayment } from './score-suggestion.ts'

const paidAt = new Date('2026-11-20T15:00:00Z')
const event: CandidateEvent = {
  eventId: 'event',
  bookingRef: 'event',
  leadId: 'lead',
  leadName: 'Dana Whitfield',
  scheduledAt: new Date('2026-11-17T15:00:00Z'),
  bookedAt: new Date('2026-11-01T00:00:00Z'),
  status: 'completed',
  outcome: 'closed',
  reported: null,
  moved: false,
  closerId: null,
  closerName: null,
  setterId: null,
  setterName: null,
  sourceId: null,
  trafficTypeId: null,
}

const payment = (change: Partial<UncreditedPayment> = {}): UncreditedPayment => ({
  amountMinor: 300_000n,
  currency: 'USD',
  paidAt,
  customerName: null,
  customerEmail: null,
  customerPhone: null,
  ...change,
})

const lead = (change: Partial<SuggestedLead> = {}): SuggestedLead => ({
  leadId: 'lead',
  names: ['Dana Whitfield'],
  emails: ['dana.whitfield@acme.example', 'dwhit@gmail.com'],
  phones: ['+442025550143'],
  event,
  unpaid: false,
  reportedAt: null,
  sameBuyer: false,
  ...change,
})

describe('a suggestion of whose a payment is', () => {
  it('rests on a trace of who paid, and says each in words, the strongest first', () => {
    const told = { customerName: 'dana whitfield', customerEmail: 'billing@acme.example', customerPhone: '+12025550143' }
    expect(scoreSuggestion(payment(told), lead({ sameBuyer: true, reportedAt: new Date('2026-11-18T15:00:00Z'), unpaid: true }))).toEqual({
      score: 100,
      reasons: [
        'Another payment of the same customer of the processor is theirs',
        'The closer reported 3000.00 USD of them 2 days before',
        'The phone number ends alike, in 0143',
        'The same name: Dana Whitfield',
        'An address of the same company: acme.example',
        'The call 3 days before closed, and no payment for it is known',
      ],
    })
  })

  it('is none for a call without payment alone: a call is no trace of who paid', () => {
    expect(scoreSuggestion(payment(), lead({ unpaid: true }))).toBeNull()
    expect(scoreSuggestion(payment({ customerName: 'Ivy Chen', customerEmail: 'ivy@gmail.com' }), lead({ unpaid: true }))).toBeNull()
  })

  it('scores a call that closed higher, and one that is paid not at all', () => {
    const told = payment({ customerName: 'Dana Whitfeild' })
    const scoreOf = (change: Partial<SuggestedLead>) => scoreSuggestion(told, lead(change))?.score
    expect(scoreOf({})).toBe(28)
    expect(scoreOf({ unpaid: true })).toBe(48)
    expect(scoreOf({ unpaid: true, event: { ...event, outcome: null, status: 'scheduled' } })).toBe(36)
  })

  it('takes for no trace what too many leads share', () => {
    const told = payment({ customerEmail: 'billing@acme.example', customerPhone: '+12025550143' })
    const few = Array.from({ length: 5 }, () => lead())
    expect(commonTraces(told, few)).toEqual({ company: false, phone: false })
    expect(commonTraces(told, [...few, lead()])).toEqual({ company: true, phone: true })
    expect(commonTraces(payment(), [...few, lead()])).toEqual({ company: false, phone: false })
    expect(scoreSuggestion(told, lead(), { company: true, phone: true })).toBeNull()
  })

  it('takes the name before the @ for a trace, but no shared mailbox and no public domain', () => {
    expect(mailboxOf('Dwhit+shop@yahoo.com')).toBe('dwhit')
    expect(scoreSuggestion(payment({ customerEmail: 'dwhit@yahoo.com' }), lead())?.reasons).toEqual(['The same name before the @: dwhit'])
    expect([mailboxOf('info@acme.example'), mailboxOf('al@acme.example'), mailboxOf(null), mailboxOf('none')]).toEqual([
      null,
      null,
      null,
      null,
    ])
    expect([companyOf('a@gmail.com'), companyOf('a@acme.example'), companyOf(null)]).toEqual([null, 'acme.example', null])
    expect([phoneEnding('+44 20 2555 0143'), phoneEnding('123'), phoneEnding(null)]).toEqual(['5550143', null, null])
  })
})
