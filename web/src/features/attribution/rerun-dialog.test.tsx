import { ApolloProvider } from '@apollo/client/react'
import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createClient } from '../../apollo/client.ts'
import { Toaster } from '../../components/toaster.tsx'
import { startAnswering, type AnsweringServer } from '../../test/answering-server.ts'
import { show } from '../../test/show.tsx'
import { RerunDialog } from './rerun-dialog.tsx'

// Dialogs are slow where a document is made up, and more so on a busy machine.
vi.setConfig({ testTimeout: 30_000 })

interface Received {
  operationName: string
  variables: { input: { period: { from: string }; fingerprint?: string; clientMutationId?: string } }
}

const failure = { errors: [{ message: 'no', extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: '01936f3e' } }] }
const refused = { errors: [{ message: 'no', extensions: { code: 'CONFLICT', requestId: '01936f3e' } }] }

let server: AnsweringServer
let received: Received[]
/** What stands, which goes into the fingerprint of what is previewed. */
let standing: string
let whenApplied: object
/** What the next preview waits for, and whether it fails. */
let held: Promise<void>
let lost: boolean

const previewOf = (from: string) => ({
  previewAttribution: {
    __typename: 'AttributionPreview',
    payments: 12,
    locked: 0,
    changed: 3,
    fingerprint: `${from} ${standing}`,
    people: [],
    changes: [],
  },
})

beforeEach(async () => {
  received = []
  standing = 'at first'
  whenApplied = failure
  held = Promise.resolve()
  lost = false
  server = await startAnswering(async ({ body }) => {
    const request: Received = JSON.parse(body)
    received.push(request)
    if (request.operationName === 'RerunLatestRun')
      return { status: 200, body: { data: { latestAttributionRun: null } } }
    if (request.operationName === 'RerunApply') return { status: 200, body: whenApplied }
    await held
    return { status: 200, body: lost ? failure : { data: previewOf(request.variables.input.period.from) } }
  })
})
afterEach(() => server.stop())

const open = () => {
  const onClose = vi.fn()
  const client = createClient({ uri: server.uri, organizationId: () => null, onUnauthenticated: () => undefined })
  const shown = show(
    <ApolloProvider client={client}>
      <RerunDialog today="2026-11-21" firstPeriod={{ from: '2026-11-01', to: '2026-11-21' }} onClose={onClose} />
      <Toaster />
    </ApolloProvider>,
  )
  return { ...shown, onClose }
}
const button = () => screen.findByRole('button', { name: 'Credit 3 again' })
const applied = () =>
  received.flatMap(({ operationName, variables: { input } }) => (operationName === 'RerunApply' ? [input] : []))
const previews = () => received.filter(({ operationName }) => operationName === 'RerunPreview').length
const ready = async () => {
  const pressed = await button()
  await waitFor(() => expect(pressed.getAttribute('aria-busy')).toBeNull())
  return pressed
}

describe('a re-run of credits', () => {
  it('is sent under one name as long as it is the same, and under another once other days or credits are meant', async () => {
    const { user } = open()
    await user.click(await ready())
    await waitFor(() => expect(previews()).toBe(2))
    await user.click(await ready())
    await waitFor(() => expect(previews()).toBe(3))
    await ready()
    await user.click(screen.getByRole('button', { name: /^Period:/ }))
    await user.click(await screen.findByRole('button', { name: 'Last month' }))
    await user.click(await ready())
    await waitFor(() => expect(applied()).toHaveLength(3))
    const [first, again, other] = applied()
    expect(again).toEqual(first)
    expect(other?.period.from).toBe('2026-10-01')
    expect(other?.clientMutationId).not.toBe(first?.clientMutationId)
  })

  it('keeps its button in place while it is looked at again, and then applies what is shown now', async () => {
    whenApplied = refused
    const { user } = open()
    const pressed = await ready()
    let release: () => void = () => undefined
    held = new Promise((resolve) => (release = resolve))
    standing = 'since then'
    await user.click(pressed)
    await screen.findByText(/^Something changed meanwhile/)
    await waitFor(() => expect(previews()).toBe(2))
    expect(await button()).toBe(pressed)
    expect(screen.getByText(/would be credited otherwise/)).toBeDefined()
    await user.click(pressed)
    expect(applied()).toHaveLength(1)
    release()
    whenApplied = { data: { rerunAttribution: { __typename: 'RerunAttributionPayload', changed: 3, locked: 0 } } }
    await user.click(await ready())
    await waitFor(() =>
      expect(applied().map(({ fingerprint }) => fingerprint)).toEqual(['2026-11-01 at first', '2026-11-01 since then']),
    )
  })

  it('says what failed, and stays as it was, where it cannot be looked at again', async () => {
    const { user, onClose } = open()
    const pressed = await ready()
    lost = true
    await user.click(pressed)
    await waitFor(() => expect(previews()).toBe(2))
    expect(await ready()).toBe(pressed)
    expect(screen.getByText(/would be credited otherwise/)).toBeDefined()
    expect(onClose).not.toHaveBeenCalled()
  })
})
