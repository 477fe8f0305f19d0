import { describe, expect, it } from 'vitest'
import { badInput, ClinchError, conflict, forbidden, notFound, rateLimited, unauthenticated } from './errors.ts'

describe('a refusal', () => {
  it('has a code for programs and words for people', () => {
    const all = [
      [unauthenticated(), 'UNAUTHENTICATED'],
      [forbidden('Only an owner may do this.', 'owner'), 'FORBIDDEN'],
      [notFound('payment'), 'NOT_FOUND'],
      [badInput([{ path: 'email', message: 'This is no e-mail address.' }]), 'BAD_USER_INPUT'],
      [conflict('Somebody else did.'), 'CONFLICT'],
    ] as const
    for (const [error, code] of all) {
      expect(error).toBeInstanceOf(ClinchError)
      expect(error.code).toBe(code)
      expect(error.message).toMatch(/^[A-Z].+\.$/)
    }
  })

  it('of a call says which role or scope it needs', () => {
    expect(forbidden('The key lacks the scope events:read.', 'events:read').details).toEqual({ required: 'events:read' })
  })

  it('for a row says nothing of whether it exists elsewhere', () => {
    expect(notFound('payment')).toMatchObject({ message: 'There is no such payment.', details: {} })
  })

  it('for now says how long to wait, in words and in seconds', () => {
    const waits = [1, 120, 121, 3_600, 7_200, 7_201, 86_400] as const
    expect(waits.map((seconds) => rateLimited('Too often.', seconds).message)).toEqual([
      'Too often. Try again in 1 s.',
      'Too often. Try again in 120 s.',
      'Too often. Try again in 3 minutes.',
      'Too often. Try again in 60 minutes.',
      'Too often. Try again in 120 minutes.',
      'Too often. Try again in 3 hours.',
      'Too often. Try again in 24 hours.',
    ])
    expect(rateLimited('Too often.', 3_600)).toMatchObject({ code: 'RATE_LIMITED', details: { retryAfter: 3_600 } })
  })

  it('of an input names every field, and says all of it in its message too', () => {
    const fields = [
      { path: 'a', message: 'First.' },
      { path: 'b.c', message: 'Second.' },
    ]
    expect(badInput(fields)).toMatchObject({ message: 'First. Second.', details: { fields } })
  })
})
