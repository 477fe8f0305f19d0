import { gql } from '@apollo/client'
import type { IncomingHttpHeaders } from 'node:http'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startAnswering, type Answer, type AnsweringServer } from '../test/answering-server.ts'
import { createClient } from './client.ts'
import { readError } from './read-error.ts'

let server: AnsweringServer
let uri: string
let answer: Answer
let received: { headers: IncomingHttpHeaders; body: string }[]

beforeEach(async () => {
  received = []
  server = await startAnswering((request) => {
    received.push(request)
    return Promise.resolve(answer)
  })
  uri = server.uri
})

afterEach(() => server.stop())

const viewer = gql`
  query Viewer {
    viewer {
      id
    }
  }
`

const failedWith = async (
  query = viewer,
  onUnauthenticated = vi.fn(),
): Promise<{ error: unknown; onUnauthenticated: typeof onUnauthenticated }> => {
  const client = createClient({ uri, organizationId: () => null, onUnauthenticated })
  const error: unknown = await client.query({ query }).then(
    () => null,
    (reason: unknown) => reason,
  )
  return { error, onUnauthenticated }
}

describe('the client', () => {
  it('names the organization that is chosen when the request leaves', async () => {
    answer = { status: 200, body: { data: { viewer: { __typename: 'Viewer', id: '1' } } } }
    let chosen: string | null = null
    const client = createClient({ uri, organizationId: () => chosen, onUnauthenticated: () => undefined })
    await client.query({ query: viewer, fetchPolicy: 'network-only' })
    chosen = '0193'
    await client.query({ query: viewer, fetchPolicy: 'network-only' })
    expect(received.map(({ headers }) => headers['x-organization-id'])).toEqual([undefined, '0193'])
  })

  it('says that the portal’s session is meant, where it is', async () => {
    answer = { status: 200, body: { data: { viewer: null } } }
    for (const portal of [true, false]) {
      const client = createClient({ uri, portal, organizationId: () => null, onUnauthenticated: () => undefined })
      await client.query({ query: viewer, fetchPolicy: 'network-only' })
    }
    expect(received.map(({ headers }) => headers['x-portal'])).toEqual(['1', undefined])
  })

  it('joins the pages of one list and keeps another filter apart', async () => {
    const events = gql`
      query Events($filter: EventFilter, $after: String) {
        events(filter: $filter, after: $after) {
          edges {
            cursor
            node {
              id
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    `
    const page = (ids: readonly string[], hasNextPage: boolean) => ({
      status: 200,
      body: {
        data: {
          events: {
            __typename: 'EventConnection',
            edges: ids.map((id) => ({ __typename: 'EventEdge', cursor: id, node: { __typename: 'Event', id } })),
            pageInfo: { __typename: 'PageInfo', hasNextPage, endCursor: ids.at(-1) },
          },
        },
      },
    })
    const client = createClient({ uri, organizationId: () => null, onUnauthenticated: () => undefined })
    const ask = (filter: object, after?: string) =>
      client.query({ query: events, variables: { filter, after }, fetchPolicy: 'network-only' })
    answer = page(['1', '2'], true)
    await ask({ outcome: 'CLOSED' })
    answer = page(['9'], false)
    await ask({ outcome: 'NO_SHOW' })
    answer = page(['3'], false)
    await ask({ outcome: 'CLOSED' }, '2')
    const held = (filter: object) =>
      JSON.stringify(client.readQuery({ query: events, variables: { filter } }))
        .match(/"Event","id":"\d"/g)
        ?.map((text) => text.at(-2))
    expect(held({ outcome: 'CLOSED' })).toEqual(['1', '2', '3'])
    expect(held({ outcome: 'NO_SHOW' })).toEqual(['9'])
  })

  it('reports an ended session, told by a code or by a status', async () => {
    answer = { status: 200, body: { errors: [{ message: 'Sign in first.', extensions: { code: 'UNAUTHENTICATED' } }] } }
    expect((await failedWith()).onUnauthenticated).toHaveBeenCalledOnce()
    answer = { status: 401, body: { message: 'no' } }
    expect((await failedWith()).onUnauthenticated).toHaveBeenCalledOnce()
    answer = { status: 200, body: { errors: [{ message: 'No.', extensions: { code: 'FORBIDDEN' } }] } }
    expect((await failedWith()).onUnauthenticated).not.toHaveBeenCalled()
  })
})

describe('readError', () => {
  it('keeps the code, the fields and the request id of a refusal', async () => {
    const fields = [{ path: 'cashCollected.amount', message: 'Cash needs a close' }]
    answer = {
      status: 200,
      body: {
        errors: [
          { message: 'Cash needs a close.', extensions: { code: 'BAD_USER_INPUT', fields, requestId: '01936f3e' } },
        ],
      },
    }
    expect(readError((await failedWith()).error)).toEqual({
      code: 'BAD_USER_INPUT',
      title: 'Cash needs a close',
      advice: 'Look at the fields that are marked.',
      requestId: '01936f3e',
      fields,
    })
  })

  it('never shows what the server says of an error of its own', async () => {
    answer = {
      status: 200,
      body: {
        errors: [
          {
            message: 'column "x" does not exist',
            extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: '01936f3e' },
          },
        ],
      },
    }
    const told = readError((await failedWith()).error)
    expect(told).toMatchObject({ title: 'Something went wrong on our side', requestId: '01936f3e', fields: [] })
  })

  it('ignores fields that are no fields', async () => {
    answer = {
      status: 200,
      body: { errors: [{ message: 'No.', extensions: { code: 'BAD_USER_INPUT', fields: [null, { path: 1 }, 'x'] } }] },
    }
    expect(readError((await failedWith()).error).fields).toEqual([])
  })

  it('finds the request id in the head of an answer that is no GraphQL', async () => {
    answer = { status: 503, headers: { 'x-request-id': '01936f3e' }, body: 'busy' }
    expect(readError((await failedWith()).error)).toMatchObject({
      code: 'INTERNAL_SERVER_ERROR',
      requestId: '01936f3e',
    })
  })

  it('tells a lost connection from an error of the server', async () => {
    await server.stop()
    expect(readError((await failedWith()).error)).toMatchObject({
      code: 'NETWORK',
      title: 'The server could not be reached',
    })
    expect(readError('anything').code).toBe('INTERNAL_SERVER_ERROR')
  })
})
