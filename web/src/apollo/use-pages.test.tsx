import { gql, type TypedDocumentNode } from '@apollo/client'
import { ApolloProvider } from '@apollo/client/react'
import { screen, waitFor } from '@testing-library/react'
import { useEffect, useState } from 'react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Toaster } from '../components/toaster.tsx'
import { startAnswering, type AnsweringServer } from '../test/answering-server.ts'
import { show } from '../test/show.tsx'
import { createClient } from './client.ts'
import { usePages, type Page, type PageVariables } from './use-pages.ts'

interface Asked {
  filter: { search: string }
}

const eventsQuery: TypedDocumentNode<{ events: Page<{ id: string }> }, Asked & PageVariables> = gql`
  query Events($filter: EventFilter!, $first: Int!, $after: String) {
    events(filter: $filter, first: $first, after: $after) {
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

type Variables = Asked & PageVariables

let server: AnsweringServer
/** Answers a request with the ids of its page; null is a failure. Held back until its promise is kept. */
let pageFor: (variables: Variables) => Promise<{ ids: readonly string[]; more: boolean } | null>
let received: Variables[]
/** Every state that the list was seen in. */
let shown: Set<string>

const answerOf = ({ ids, more }: { ids: readonly string[]; more: boolean }) => ({
  data: {
    events: {
      __typename: 'EventConnection',
      edges: ids.map((id) => ({ __typename: 'EventEdge', cursor: id, node: { __typename: 'Event', id } })),
      pageInfo: { __typename: 'PageInfo', hasNextPage: more, endCursor: ids.at(-1) ?? null },
    },
  },
})

const failure = { errors: [{ message: 'no', extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: '01936f3e' } }] }

beforeEach(async () => {
  received = []
  shown = new Set()
  server = await startAnswering(async ({ body }) => {
    const { variables }: { variables: Variables } = JSON.parse(body)
    received.push(variables)
    const page = await pageFor(variables)
    return { status: 200, body: page === null ? failure : answerOf(page) }
  })
})

afterEach(() => server.stop())

function List({ searches }: { searches: readonly string[] }) {
  const [search, setSearch] = useState(searches[0] ?? '')
  const list = usePages({
    query: eventsQuery,
    asked: { filter: { search } },
    pageOf: ({ events }) => events,
    noun: 'calls',
  })
  const said = list.error ? 'failed' : list.rows ? list.rows.map(({ id }) => id).join(' ') : 'nothing yet'
  useEffect(() => void shown.add(said))
  return (
    <>
      <output aria-label="rows">{`${said}${list.stale ? ', stale' : ''}${list.hasMore ? ', more' : ''}`}</output>
      <output aria-label="key">{list.listKey}</output>
      {searches.map((each) => (
        <button key={each} onClick={() => setSearch(each)}>
          {each}
        </button>
      ))}
      <button onClick={list.loadMore}>more</button>
      <button onClick={list.retry}>retry</button>
      <button onClick={() => void list.reload()}>reload</button>
      <Toaster />
    </>
  )
}

const open = (...searches: readonly string[]) => {
  const client = createClient({ uri: server.uri, organizationId: () => null, onUnauthenticated: () => undefined })
  const { user } = show(
    <ApolloProvider client={client}>
      <List searches={searches} />
    </ApolloProvider>,
  )
  return {
    press: (name: string) => user.click(screen.getByRole('button', { name })),
    sees: (text: string) => waitFor(() => expect(screen.getByLabelText('rows').textContent).toBe(text)),
    key: () => screen.getByLabelText('key').textContent,
  }
}

describe('a list page by page', () => {
  it('keeps the rows of the list before in sight while another one loads, and says so', async () => {
    let arrive = (): void => undefined
    pageFor = ({ filter }) =>
      filter.search === 'levi'
        ? Promise.resolve({ ids: ['1', '2'], more: true })
        : new Promise((kept) => (arrive = () => kept({ ids: ['9'], more: false })))
    const list = open('levi', 'hannah')
    expect(screen.getByLabelText('rows').textContent).toBe('nothing yet')
    await list.sees('1 2, more')
    const before = list.key()
    await list.press('hannah')
    await list.sees('1 2, stale')
    expect(list.key()).not.toBe(before)
    await waitFor(() => expect(received).toHaveLength(2))
    arrive()
    await list.sees('9')
  })

  it('joins the next page, and lets somebody try again when it did not load', async () => {
    let up = false
    pageFor = ({ after }) => {
      if (after === undefined) return Promise.resolve({ ids: ['1', '2'], more: true })
      return Promise.resolve(up ? { ids: ['3'], more: false } : null)
    }
    const list = open('levi')
    await list.sees('1 2, more')
    await list.press('more')
    await screen.findByText('More calls did not load')
    expect(screen.getByText(/Request 01936f3e/)).toBeTruthy()
    await list.sees('1 2, more')
    up = true
    await list.press('Try again')
    await list.sees('1 2 3')
    expect(received.at(-1)).toEqual({ filter: { search: 'levi' }, first: 50, after: '2' })
  })

  it('loads the next page of the list that lacked it, though another one is asked for by then', async () => {
    let up = false
    pageFor = ({ filter, after }) => {
      if (filter.search === 'hannah') return Promise.resolve({ ids: ['9'], more: false })
      if (after === undefined) return Promise.resolve({ ids: ['1', '2'], more: true })
      return Promise.resolve(up ? { ids: ['3'], more: false } : null)
    }
    const list = open('levi', 'hannah')
    await list.sees('1 2, more')
    await list.press('more')
    await screen.findByText('More calls did not load')
    await list.press('hannah')
    await list.sees('9')
    up = true
    await list.press('Try again')
    await waitFor(() => expect(received.at(-1)).toEqual({ filter: { search: 'levi' }, first: 50, after: '2' }))
    await list.sees('9')
    await list.press('levi')
    await waitFor(() => expect(received.at(-1)).toEqual({ filter: { search: 'levi' }, first: 50 }))
  })

  it('says that a list failed instead of showing the rows of another, until it loads', async () => {
    let up = false
    pageFor = ({ filter }) =>
      Promise.resolve(filter.search === 'levi' ? { ids: ['1'], more: false } : up ? { ids: ['9'], more: false } : null)
    const list = open('levi', 'hannah')
    await list.sees('1')
    await list.press('hannah')
    await list.sees('failed')
    up = true
    await list.press('retry')
    await list.sees('9')
  })

  it('keeps its rows when loading the same list again fails', async () => {
    const answers = [{ ids: ['1'], more: false }, null, { ids: ['1', '2'], more: false }]
    pageFor = () => Promise.resolve(answers.shift() ?? null)
    const list = open('levi')
    await list.sees('1')
    await list.press('retry')
    await waitFor(() => expect(answers).toHaveLength(1))
    await list.press('retry')
    await list.sees('1 2')
    expect(shown).not.toContain('failed')
  })

  it('loads again as many rows as are there, so that those that match no more go', async () => {
    let filed = false
    pageFor = ({ after }) => {
      if (filed) return Promise.resolve({ ids: ['2', '3'], more: false })
      return Promise.resolve(after === undefined ? { ids: ['1', '2'], more: true } : { ids: ['3'], more: false })
    }
    const list = open('levi')
    await list.sees('1 2, more')
    await list.press('more')
    await list.sees('1 2 3')
    filed = true
    await list.press('reload')
    await list.sees('2 3')
  })
})
