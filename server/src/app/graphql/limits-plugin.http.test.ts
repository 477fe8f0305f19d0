import { buildSchema } from 'graphql'
import pino from 'pino'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { jobServices, testVault } from '../../../test/job-services.ts'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { noActivity } from '../../../test/no-activity.ts'
import { acting } from '../../kernel/caller.ts'
import { rateLimited } from '../../kernel/errors.ts'
import { LimitLog } from '../../kernel/limit-log.ts'
import { describeRequest } from '../http/request.ts'
import { graphqlRoute } from '../http/graphql-route.ts'
import { openListener } from '../http/listener.ts'
import { startApollo } from './apollo-server.ts'
import { CallerBudget } from './caller-budget.ts'

/** A server of three fields, with so small a budget that it can be spent. */
const schema = buildSchema('type Query { word: String tooMuch: String box: Box } type Box { word: String }')
const query = schema.getQueryType()?.getFields()
if (!query?.word || !query.tooMuch) throw new Error('The schema of the test has other fields')
query.word.resolve = () => 'word'
query.tooMuch.resolve = () => {
  throw rateLimited('Too much of this.', 17)
}

let data: TestDatabase
let url: string
/** The security events. */
const lines: Record<string, unknown>[] = []
const ends: (() => Promise<void>)[] = []
beforeAll(async () => {
  data = await freshDatabase()
  const { database } = jobServices(data.database)
  const budget = new CallerBudget({ cost: 1_010, requests: 5 })
  const limits = new LimitLog(pino({}, { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) }))
  const apollo = await startApollo({ schema, logger: pino({ level: 'silent' }), budget, limits })
  const services = {
    database,
    vault: testVault,
    publicUrl: () => 'http://localhost',
    forgetCallers: () => undefined,
    confirmIdentity: () => Promise.resolve(),
    activity: noActivity,
    checkKey: () => Promise.reject(new Error('No provider is called here')),
  }
  const listener = await openListener('127.0.0.1', 0)
  const keys = new Map<string, string>()
  const handler = graphqlRoute({
    apollo,
    services,
    budget,
    limits,
    resolveCaller: ({ authorization = '' }) => {
      const keyId = keys.get(authorization) ?? uuidv7()
      keys.set(authorization, keyId)
      return Promise.resolve(acting(null, { kind: 'api_key', organizationId: uuidv7(), keyId, name: 'Key', scopes: [] }))
    },
  })
  listener.serve((request, response) => {
    handler(request, response, describeRequest(request, 0)).catch((error: unknown) =>
      response.destroy(error instanceof Error ? error : undefined),
    )
  })
  url = `http://127.0.0.1:${listener.port}/graphql`
  ends.push(
    () => listener.close(),
    () => apollo.stop(),
    () => data.close(),
  )
})
afterAll(async () => {
  for (const end of ends) await end()
})

async function ask(key: string, text: string) {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ query: text }),
  })
  const header = (name: string) => answer.headers.get(name)
  const body = (await answer.json()) as { data?: unknown; errors?: { extensions: { code: string; retryAfter?: number } }[] }
  return { status: answer.status, header, ...body }
}

describe('every answer', () => {
  it('says what is left of the minute', async () => {
    const answer = await ask('one', '{ word }')
    expect(answer).toMatchObject({ status: 200, data: { word: 'word' } })
    expect(['limit', 'remaining', 'reset', 'policy'].map((name) => answer.header(`ratelimit-${name}`))).toEqual([
      '5',
      '4',
      '60',
      '"cost";q=1010;w=60, "requests";q=5;w=60',
    ])
    expect(answer.header('retry-after')).toBeNull()
  })

  it('is counted by key, also where it could not be read, and refused when the minute is spent', async () => {
    for (const text of ['{ word }', '{ nonsense }', '{ word }', '{ word }', '{ word }'])
      expect((await ask('two', text)).header('ratelimit-limit')).toMatch(/^(5|1010)$/)
    const over = await ask('two', '{ word }')
    expect(over.status).toBe(429)
    expect(over.errors?.[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED', retryAfter: expect.any(Number) })
    expect(over.header('retry-after')).toBe(String(over.errors?.[0]?.extensions.retryAfter))
    expect(over.header('ratelimit-remaining')).toBe('0')
    expect((await ask('three', '{ word }')).status).toBe(200)
  })

  it('is given without reading the request where nothing is left: what cannot be read is spent on as well', async () => {
    const spent = await ask('six', '{ nonsense }')
    expect(Number(spent.header('ratelimit-remaining'))).toBe(510)
    await ask('six', '{ nonsense }')
    await ask('six', '{ nonsense }')
    const over = await ask('six', '{ word')
    expect([over.status, over.errors?.[0]?.extensions.code]).toEqual([429, 'RATE_LIMITED'])
    expect(over.header('ratelimit-limit')).toBe('1010')
  })

  it('says when to come back, whatever it was that was too much', async () => {
    const answer = await ask('four', '{ tooMuch }')
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED', retryAfter: 17 })
    expect(answer.header('retry-after')).toBe('17')
  })
})

describe('a caller who goes around the limits', () => {
  const noted = async (act: () => Promise<unknown>) => {
    lines.length = 0
    await act()
    return lines.map(({ security, limit, who, address, requestId }) => ({ security, limit, who, address, requestId }))
  }
  const event = (limit: string) => ({
    security: true,
    limit,
    who: expect.stringMatching(/^api_key:/),
    address: '127.0.0.1',
    requestId: expect.any(String),
  })

  it('is noted once for a budget that is spent, read or not, and not for what is within it', async () => {
    expect(await noted(async () => [await ask('seven', '{ word }'), await ask('seven', '{ nonsense }')])).toEqual([])
    const over = async () => {
      for (let n = 0; n < 8; n += 1) await ask('seven', '{ word }')
    }
    expect(await noted(over)).toEqual([event('RATE_LIMITED')])
  })

  it('is noted once for operations that ask for too much, and for what a resolver refused as too often', async () => {
    const tooWide = `{ ${Array.from({ length: 300 }, (_, n) => `a${n}: word`).join(' ')} }`
    const answers: number[] = []
    const events = await noted(async () => {
      for (let n = 0; n < 3; n += 1) answers.push((await ask('eight', tooWide)).status)
    })
    expect(answers).toEqual([400, 400, 400])
    expect(events).toEqual([event('QUERY_TOO_COMPLEX')])
    expect(await noted(async () => [await ask('nine', '{ tooMuch }'), await ask('nine', '{ tooMuch }')])).toEqual([event('RATE_LIMITED')])
  })
})
