import { DrizzleQueryError } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { createLogger } from './logger.ts'

const logged = (error: unknown): string => {
  let text = ''
  createLogger('info', { write: (line: string) => (text += line) }).error({ err: error }, 'unexpected error')
  return text
}

it('an error of the database is logged with its statement, code and constraint, and without anybody’s data', () => {
  const fault = Object.assign(new Error('duplicate key value violates unique constraint "leads_email"'), {
    code: '23505',
    constraint_name: 'leads_email',
    table_name: 'leads',
    detail: 'Key (email)=(dana.whitfield@example.com) already exists.',
    parameters: ['dana.whitfield@example.com'],
  })
  const text = logged(new DrizzleQueryError('insert into leads (email) values ($1)', ['dana.whitfield@example.com'], fault))
  expect(text).not.toContain('dana')
  expect(JSON.parse(text)).toMatchObject({
    err: {
      type: 'DrizzleQueryError',
      message: 'Failed query: insert into leads (email) values ($1)',
      cause: { code: '23505', constraint: 'leads_email', table: 'leads' },
    },
  })
})

it('any other error keeps its message and where it arose, and what is thrown that is no error is still logged', () => {
  const text = logged(new RangeError('out of bounds', { cause: 'nothing' }))
  expect(JSON.parse(text)).toMatchObject({ err: { type: 'RangeError', message: 'out of bounds', cause: { message: 'nothing' } } })
  expect(text).toContain('logger.test.ts')
  expect(JSON.parse(logged('thrown'))).toMatchObject({ err: { type: 'string', message: 'thrown' } })
})
