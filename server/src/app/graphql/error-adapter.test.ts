import { GraphQLError } from 'graphql'
import pino from 'pino'
import { describe, expect, it } from 'vitest'
import { badInput, forbidden, unauthenticated } from '../../kernel/errors.ts'
import { toPublicError } from './error-adapter.ts'

function adapt(error: Error) {
  const lines: Record<string, unknown>[] = []
  const logger = pino({ level: 'info' }, { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) })
  const seen = toPublicError(new GraphQLError(error.message, { originalError: error, path: ['payments'] }), 'request-1', logger)
  return { seen, lines }
}

describe('what a rule refuses', () => {
  it.each([forbidden('Only an owner or admin may do this.', 'admin'), unauthenticated()])(
    'is logged as a security event: $code',
    (error) => {
      const { seen, lines } = adapt(error)
      expect(seen.extensions).toMatchObject({ code: error.code, requestId: 'request-1' })
      expect(lines).toEqual([expect.objectContaining({ security: true, code: error.code, requestId: 'request-1', path: ['payments'] })])
    },
  )

  it('is not confused with a mistake in what was sent', () => {
    expect(adapt(badInput([{ path: 'name', message: 'Give it a name.' }])).lines).toEqual([])
  })
})

describe('what nobody foresaw', () => {
  it('is logged under its request, and tells its caller nothing of itself', () => {
    const { seen, lines } = adapt(new Error('relation "secrets" does not exist at 10.0.0.7'))
    expect(JSON.stringify(seen)).not.toMatch(/secrets|10\.0\.0\.7/)
    expect(seen).toMatchObject({ message: expect.stringContaining('request-1'), extensions: { code: 'INTERNAL_SERVER_ERROR' } })
    expect(lines).toEqual([expect.objectContaining({ level: 50, requestId: 'request-1' })])
  })
})
