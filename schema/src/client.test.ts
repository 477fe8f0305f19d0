import { createServer, type Server } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CallsDocument, ClinchApiError, ClinchUnreachable, createClinchClient, MetricsDocument } from './index.ts'

let server: Server
let url: string
let received: { authorization: string | undefined; body: { query: string; variables: unknown } }[]
let answer: { status: number; body: string }

beforeEach(async () => {
  received = []
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      const parsed = JSON.parse(body) as { query: string; variables: unknown }
      received.push({ authorization: request.headers.authorization, body: parsed })
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body)
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  url = `http://127.0.0.1:${address.port}/graphql`
})

afterEach(() => new Promise<void>((closed) => server.close(() => closed())))

const client = () => createClinchClient({ url, apiKey: 'clinch_secret' })

describe('the client of a partner', () => {
  it('sends the document with the key, and answers the data', async () => {
    answer = { status: 200, body: JSON.stringify({ data: { events: { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } } } }) }
    const data = await client().request(CallsDocument, { first: 5 })
    expect(data.events.nodes).toEqual([])
    expect(received[0]?.authorization).toBe('Bearer clinch_secret')
    expect(received[0]?.body.query).toContain('query Calls(')
    expect(received[0]?.body.variables).toEqual({ first: 5 })
  })

  it('throws the API’s code, its fields and the id of the request', async () => {
    answer = {
      status: 200,
      body: JSON.stringify({
        data: null,
        errors: [
          {
            message: 'The last day is before the first.',
            extensions: {
              code: 'BAD_USER_INPUT',
              requestId: 'r1',
              fields: [
                { path: 'period.to', message: 'Before from.' },
                { path: 'period', message: 'Say it.', code: 'REQUIRED' },
              ],
            },
          },
        ],
      }),
    }
    const refused = client().request(MetricsDocument, { period: { from: '2026-02-02', to: '2026-02-01' } })
    await expect(refused).rejects.toBeInstanceOf(ClinchApiError)
    await expect(refused).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      problems: [
        {
          requestId: 'r1',
          fields: [
            { path: 'period.to', code: null },
            { path: 'period', code: 'REQUIRED' },
          ],
        },
      ],
    })
  })

  it('tells an answer that is not the API’s from one that is', async () => {
    answer = { status: 502, body: '<html>' }
    await expect(client().request(CallsDocument)).rejects.toMatchObject({ name: 'ClinchUnreachable', status: 502 })
    await expect(createClinchClient({ url: 'http://127.0.0.1:1/', apiKey: 'k' }).request(CallsDocument)).rejects.toBeInstanceOf(
      ClinchUnreachable,
    )
  })
})
