import { describe, expect, it } from 'vitest'
import { badInput, ClinchError, conflict, forbidden, notFound, unauthenticated } from './errors.ts'

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

  it('of an input names every field, and says all of it in its message too', () => {
    const fields = [
      { path: 'a', message: 'First.' },
      { path: 'b.c', message: 'Second.' },
    ]
    expect(badInput(fields)).toMatchObject({ message: 'First. Second.', details: { fields } })
  })
})
