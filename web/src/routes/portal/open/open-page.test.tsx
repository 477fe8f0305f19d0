import { ApolloProvider } from '@apollo/client/react'
import { screen, waitFor } from '@testing-library/react'
import { StrictMode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createClient } from '../../../apollo/client.ts'
import type { Opening } from '../../../lib/portal-session.ts'
import { type AnsweringServer, startAnswering } from '../../../test/answering-server.ts'
import { expectAccessible } from '../../../test/expect-accessible.ts'
import { show } from '../../../test/show.tsx'
import { OpenPage } from './open-page.tsx'

let server: AnsweringServer
let viewer: object | null
const open = vi.fn<(token: string) => Promise<Opening>>()
const onOpened = vi.fn(() => Promise.resolve())

beforeEach(async () => {
  open.mockReset()
  onOpened.mockClear()
  viewer = null
  server = await startAnswering(() => Promise.resolve({ status: 200, body: { data: { viewer } } }))
})
afterEach(async () => {
  window.location.hash = ''
  await server.stop()
})

const openBy = (hash: string) => {
  window.location.hash = hash
  const client = createClient({ uri: server.uri, organizationId: () => null, onUnauthenticated: () => undefined })
  return show(
    <StrictMode>
      <ApolloProvider client={client}>
        <OpenPage open={open} onOpened={onOpened} />
      </ApolloProvider>
    </StrictMode>,
    { at: '/open' },
  )
}

describe('a portal link that is opened', () => {
  it('gives its token once, is out of the address before the server answers, and leads to the portal', async () => {
    let answer: (opening: Opening) => void = () => undefined
    open.mockReturnValue(new Promise((resolve) => (answer = resolve)))
    const { address } = openBy('#portal_token')
    await waitFor(() => expect(open).toHaveBeenCalledExactlyOnceWith('portal_token'))
    expect(window.location.href).not.toContain('portal_token')
    answer('opened')
    await waitFor(() => expect(address()).toBe('/'))
    expect(onOpened).toHaveBeenCalledOnce()
    expect(open).toHaveBeenCalledOnce()
  })

  it('says so where it is no longer good, and what to do', async () => {
    open.mockResolvedValue('refused')
    const { container } = openBy('#portal_token')
    await screen.findByRole('heading', { name: 'This link is no longer good' })
    expect(screen.queryByRole('link')).toBeNull()
    await expectAccessible(container)
  })

  it('names the portal that is open on this phone already', async () => {
    viewer = { __typename: 'Viewer', id: '1', kind: 'PORTAL', name: 'Maya Okafor' }
    open.mockResolvedValue('refused')
    openBy('#portal_token')
    expect((await screen.findByRole('link', { name: 'Open the portal of Maya Okafor' })).getAttribute('href')).toBe('/')
  })

  it.each(['unreachable', 'too-many'] as const)('is kept to be tried again where the server is %s', async (opening) => {
    open.mockResolvedValueOnce(opening).mockResolvedValueOnce('opened')
    const { user, address } = openBy('#portal_token')
    await user.click(await screen.findByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(address()).toBe('/'))
    expect(open.mock.calls).toEqual([['portal_token'], ['portal_token']])
  })

  it('is not asked about where its token is missing', async () => {
    openBy('')
    await screen.findByRole('heading', { name: 'This link is not whole' })
    expect(open).not.toHaveBeenCalled()
  })
})
