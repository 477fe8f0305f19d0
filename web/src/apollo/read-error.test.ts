import { CombinedGraphQLErrors } from '@apollo/client/errors'
import { describe, expect, it } from 'vitest'
import { refusalOf } from './read-error.ts'

const refused = (code: string, message: string, more: Record<string, unknown> = {}) =>
  new CombinedGraphQLErrors({ data: null, errors: [{ message, extensions: { code, requestId: 'r-1', ...more } }] })

describe('what a form says of a refusal', () => {
  it('stands at the first of the form’s own fields, without the full stop', () => {
    const error = refused('BAD_USER_INPUT', 'No. No.', {
      fields: [
        { path: 'clientMutationId', message: 'Choose a new id.' },
        { path: 'mapping.setterFrom.0.question', message: 'Write the question.' },
      ],
    })
    expect(refusalOf(error, ['name', 'mapping'])).toEqual({
      ok: false,
      field: 'mapping',
      message: 'Write the question',
    })
  })

  it('stands over the form where no field of it is concerned', () => {
    const error = refused('CONFLICT', 'This person is a member already.')
    expect(refusalOf(error, ['email'])).toEqual({ ok: false, message: 'This person is a member already' })
  })

  it('leads to the plans where the plan or the trial is why', () => {
    const wayOut = { label: 'See the plans', to: '/settings?tab=plan' }
    expect(refusalOf(refused('PLAN_LIMIT', 'All 1 of 1 seats are taken.'), ['email'])).toEqual({
      ok: false,
      message: 'All 1 of 1 seats are taken',
      wayOut,
    })
    expect(refusalOf(refused('TRIAL_EXPIRED', 'Over.'), [])).toMatchObject({ ok: false, wayOut })
  })

  it('says what to do, and which request it was, where the fault is ours', () => {
    const said = refusalOf(refused('INTERNAL_SERVER_ERROR', 'stack'), [])
    expect(said).toEqual({
      ok: false,
      message: 'Something went wrong on our side. Nothing is lost. Try again in a minute. Request r-1',
    })
  })
})
