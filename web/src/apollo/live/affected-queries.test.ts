import { type ApolloClient, gql, type ObservableQuery } from '@apollo/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type AnsweringServer, startAnswering } from '../../test/answering-server.ts'
import { createClient } from '../client.ts'
import { askAgain, isAffected } from './affected-queries.ts'

let server: AnsweringServer
let client: ApolloClient
let asked: { operationName: string; variables: { first?: number; after?: string } }[]

const page = (first: number, after = 0) => ({
  __typename: 'EventConnection',
  edges: Array.from({ length: first }, (_, nth) => ({
    __typename: 'EventEdge',
    cursor: String(after + nth + 1),
    node: { __typename: 'Event', id: String(after + nth + 1) },
  })),
  pageInfo: { __typename: 'PageInfo', hasNextPage: true, endCursor: String(after + first) },
})

beforeEach(async () => {
  asked = []
  server = await startAnswering(({ body }) => {
    const request = JSON.parse(body) as (typeof asked)[number]
    asked.push(request)
    const { first = 1, after } = request.variables
    const data =
      request.operationName === 'Plans'
        ? { plans: [] }
        : { events: page(first, after === undefined ? 0 : Number(after)) }
    return Promise.resolve({ status: 200, body: { data } })
  })
  client = createClient({ uri: server.uri, organizationId: () => null, onUnauthenticated: () => undefined })
})
afterEach(async () => {
  client.stop()
  await server.stop()
})

const events = gql`
  query Events($first: Int!, $after: String) {
    events(first: $first, after: $after) {
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
const plans = gql`
  query Plans {
    plans {
      plan
    }
  }
`

/** Shows a query as a page does, and waits until it is there. */
async function show(query: typeof events, variables: object = {}) {
  const shown = client.watchQuery({ query, variables })
  const subscription = shown.subscribe({ next: () => undefined })
  await vi.waitFor(() => expect(shown.getCurrentResult().dataState).toBe('complete'))
  return { shown, subscription }
}

/** Loads the next page, and waits until it is shown with the first. */
async function loadMore(shown: ObservableQuery, after: string, rows: number) {
  await shown.fetchMore({ variables: { after } })
  await vi.waitFor(() => expect(JSON.stringify(shown.getCurrentResult().data).match(/"EventEdge"/g)).toHaveLength(rows))
}

it('asks for what changes with calls, forms and payments, and for nothing else', async () => {
  await show(events, { first: 2 })
  await show(plans)
  asked = []
  await askAgain(client)
  expect(asked.map(({ operationName }) => operationName)).toEqual(['Events'])
})

it('keeps as many rows of a list as were loaded', async () => {
  const { shown } = await show(events, { first: 2 })
  await loadMore(shown, '2', 4)
  asked = []
  await askAgain(client)
  expect(asked.map(({ variables }) => variables.first)).toEqual([4])
  expect(JSON.stringify(client.extract()).match(/"EventEdge"/g)).toHaveLength(4)
})

it('leaves a list alone that is longer than can be asked for at once', async () => {
  const { shown } = await show(events, { first: 150 })
  await loadMore(shown, '150', 300)
  asked = []
  await askAgain(client)
  expect(asked).toEqual([])
})

it('asks for nothing that is shown no more', async () => {
  const { subscription } = await show(events, { first: 2 })
  subscription.unsubscribe()
  asked = []
  await askAgain(client)
  expect(asked).toEqual([])
})

const renamed = gql`
  query Renamed {
    overdue: events(first: 1) {
      totalCount
    }
  }
`
const others = gql`
  query Others {
    viewer {
      id
    }
    organization {
      id
    }
  }
`

it('knows a query by its first fields, whatever they are called in it', () => {
  expect([isAffected(renamed), isAffected(others)]).toEqual([true, false])
})
