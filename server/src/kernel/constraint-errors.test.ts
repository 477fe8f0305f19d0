import { describe, expect, it } from 'vitest'
import { explainDatabaseError } from './constraint-errors.ts'
import { ClinchError } from './errors.ts'

const fault = (code: string, constraint_name?: string) =>
  Object.assign(new Error('duplicate key value violates unique constraint; Key (email)=(dana@example.com)'), {
    code,
    ...(constraint_name === undefined ? {} : { constraint_name }),
  })

describe('an error of the database', () => {
  it('that a caller caused is told in words, with the field to blame and nothing of the row', () => {
    const explained = explainDatabaseError(fault('23505', 'closers_email'))
    expect(explained).toMatchObject({
      code: 'CONFLICT',
      message: 'Another closer has this e-mail address.',
      details: { fields: [{ path: 'email', message: 'Another closer has this e-mail address.' }] },
    })
    expect(String(explained)).not.toContain('dana@example.com')
  })

  it('is understood also where a library wrapped it', () => {
    const wrapped = new Error('Failed query', { cause: fault('23505', 'setter_names_key') })
    expect(explainDatabaseError(wrapped)).toMatchObject({ code: 'CONFLICT', details: { fields: [{ path: 'name' }] } })
  })

  it('by which row-level security refused a write is FORBIDDEN', () => {
    expect(explainDatabaseError(fault('42501'))).toMatchObject({ code: 'FORBIDDEN', details: { required: 'admin' } })
  })

  it('that is a mistake of ours stays what it is', () => {
    for (const error of [fault('23505', 'not_a_constraint_of_ours'), fault('22003'), fault('23514', 'payments_amount_is_positive')])
      expect(explainDatabaseError(error)).toBe(error)
  })

  it('is not seen in what is none', () => {
    const refusal = new ClinchError('FORBIDDEN', 'No.')
    const socket = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' })
    for (const error of [refusal, socket, new TypeError('x'), null, undefined, 'text', { code: 23505 }, new Error('x', { cause: 'y' })])
      expect(explainDatabaseError(error)).toBe(error)
  })
})
