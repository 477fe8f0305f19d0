import { gql, type TypedDocumentNode } from '@apollo/client'
import { ApolloProvider, useQuery } from '@apollo/client/react'
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { Toaster } from '../components/toaster.tsx'
import { startAnswering, type AnsweringServer } from '../test/answering-server.ts'
import { createClient } from './client.ts'
import { tryAct } from './try-act.ts'

const query: TypedDocumentNode<{ reminderSettings: { hour: number } }> = gql`
  query Hour {
    reminderSettings {
      hour
    }
  }
`
const read = { data: { reminderSettings: { __typename: 'ReminderSettings', hour: 9 } } }
const failure = { errors: [{ message: 'no', extensions: { code: 'INTERNAL_SERVER_ERROR' } }] }

let server: AnsweringServer
afterEach(() => server.stop())

/** A page that reads something, and what reads it anew; `answer` answers the second time. */
async function open(answer: () => Promise<object>) {
  let asked = 0
  server = await startAnswering(async () => {
    asked += 1
    return { status: 200, body: asked === 1 ? read : await answer() }
  })
  let refetch: () => Promise<unknown> = () => Promise.resolve()
  function Page() {
    const reading = useQuery(query)
    refetch = reading.refetch
    return <p>{reading.data?.reminderSettings.hour}</p>
  }
  const client = createClient({ uri: server.uri, organizationId: () => null, onUnauthenticated: () => undefined })
  const { unmount } = render(
    <ApolloProvider client={client}>
      <Page />
    </ApolloProvider>,
  )
  await screen.findByText('9')
  render(<Toaster />)
  return { again: tryAct(() => refetch()), isAsked: () => waitFor(() => expect(asked).toBe(2)), unmount }
}

describe('an act', () => {
  it('that fails is said in a corner', async () => {
    const { again } = await open(() => Promise.resolve(failure))
    expect(await again).toBe(false)
    expect(await screen.findByText('Something went wrong on our side')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }))
  })

  it('is no failure where its page is left before what it changed was read anew', async () => {
    const { again, isAsked, unmount } = await open(() => new Promise(() => undefined))
    await isAsked()
    unmount()
    expect(await again).toBe(false)
    expect(screen.queryAllByRole('listitem')).toEqual([])
  })
})
