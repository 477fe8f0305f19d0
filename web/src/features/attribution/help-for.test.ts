import { describe, expect, it } from 'vitest'
import { creditedNotes, type CreditedCall } from './credited-notes.ts'
import { helpFor, type Uncredited } from './help-for.ts'
import type { TrailCandidate } from './trail-step.ts'

const uncredited = (change: Partial<Uncredited>, verdicts: readonly TrailCandidate['verdict'][] = []): Uncredited => ({
  customerName: 'Elif Arslan',
  customerEmail: 'elif@mail.example',
  customerPhone: null,
  lead: null,
  attribution: {
    trail: [
      {
        rule: 'MATCHED_PAST',
        question: 'Who paid it, and which call came before it?',
        explanation: 'As the rules say.',
        result: 'NOTHING',
        candidates: verdicts.map((verdict) => ({
          eventId: verdict,
          scheduledAt: '2026-08-27T20:00:00.000Z',
          verdict,
          note: 'As the rules say',
        })),
      },
    ],
  },
  ...change,
})

const ids = (payment: Uncredited) => helpFor(payment).map(({ id }) => id)

describe('what would help a payment without credit', () => {
  it('is a call by hand where there is nothing to look the customer up by', () => {
    expect(ids(uncredited({ customerEmail: null }))).toEqual(['no_contact'])
  })

  it('is a booking with the address that nobody on file has', () => {
    const [help] = helpFor(uncredited({ customerPhone: '+12065550119' }))
    expect(help?.matter).toBe('No lead has elif@mail.example or +12065550119.')
    expect(help?.remedy).toContain('credited by itself')
    expect(help?.remedy).toContain('If Elif Arslan booked under another address')
  })

  it('names every call of the lead that came close', () => {
    const lead = { fullName: 'Elif Arslan' }
    expect(ids(uncredited({ lead }, ['OUTSIDE_WINDOW']))).toEqual(['outside_window'])
    expect(ids(uncredited({ lead }, ['OUTSIDE_WINDOW', 'BOOKED_AFTER_PAYMENT']))).toEqual([
      'outside_window',
      'booked_after_payment',
    ])
    expect(ids(uncredited({ lead }, ['MOVED']))).toEqual(['no_call'])
  })
})

describe('where a credit comes from', () => {
  const maya = { id: 'c1', name: 'Maya Okafor' }
  const daniel = { id: 'c2', name: 'Daniel Reyes' }
  const call: CreditedCall = {
    closer: maya,
    hostName: 'Maya O.',
    setter: null,
    setterName: 'luis',
    source: null,
    sourceName: null,
  }
  const nobody = { closer: null, setter: null, source: null }

  it('is the call, where it credits the call’s own people', () => {
    expect(creditedNotes({ ...nobody, closer: maya }, call)).toEqual({
      closer: 'host of the call',
      setter: '“luis” is not on the roster',
      source: 'the booking names no source',
    })
  })

  it('is a person’s hand, where it credits somebody else, nobody, or has no call', () => {
    expect(creditedNotes({ ...nobody, closer: daniel }, call).closer).toBe(
      'named by hand; the call’s host is Maya Okafor',
    )
    expect(creditedNotes(nobody, call).closer).toBe('left out by hand; the call’s host is Maya Okafor')
    expect(creditedNotes({ ...nobody, closer: daniel }, null)).toMatchObject({
      closer: 'named by hand',
      setter: 'no call is credited',
    })
  })
})
