import { ApolloClient, ApolloLink, InMemoryCache } from '@apollo/client'
import { afterEach, beforeEach, expect, it, type MockInstance, vi } from 'vitest'
import { startLiveUpdates } from './live-updates.ts'

interface Message {
  type: string
  id?: string
}

/** The server's end of each socket that the page opened, in the protocol `graphql-transport-ws`. */
class ServerEnd {
  static readonly opened: ServerEnd[] = []
  static readonly CONNECTING = 0
  static readonly OPEN = 1
  static readonly CLOSING = 2
  static readonly CLOSED = 3
  static get last(): ServerEnd {
    const last = ServerEnd.opened.at(-1)
    if (!last) throw new Error('No socket was opened.')
    return last
  }
  readonly OPEN = 1
  readyState = 0
  readonly heard: Message[] = []
  onopen: (() => void) | null = null
  onmessage: ((message: { data: string }) => void) | null = null
  onclose: ((event: { code: number; reason: string; wasClean: boolean }) => void) | null = null
  onerror: ((problem: unknown) => void) | null = null

  constructor() {
    ServerEnd.opened.push(this)
    queueMicrotask(() => {
      this.readyState = 1
      this.onopen?.()
    })
  }

  send(text: string): void {
    const message = JSON.parse(text) as Message
    this.heard.push(message)
    if (message.type === 'connection_init') queueMicrotask(() => this.say({ type: 'connection_ack' }))
    if (message.type === 'ping') queueMicrotask(() => this.say({ type: 'pong' }))
  }

  say(message: object): void {
    this.onmessage?.({ data: JSON.stringify(message) })
  }

  close(code = 1000, reason = ''): void {
    if (this.readyState === 3) return
    this.readyState = 3
    this.onclose?.({ code, reason, wasClean: true })
  }

  /** What the page asked to be told of by this socket. */
  get asked(): Message[] {
    return this.heard.filter(({ type }) => type === 'subscribe')
  }
}

let client: ApolloClient
let stop: () => void
let askedAgain: MockInstance<ApolloClient['refetchQueries']>
const untilAsked = (sockets: number) =>
  vi.waitFor(() => {
    expect(ServerEnd.opened).toHaveLength(sockets)
    expect(ServerEnd.last.asked).toHaveLength(1)
  })

beforeEach(async () => {
  vi.useFakeTimers()
  vi.stubGlobal('WebSocket', ServerEnd)
  ServerEnd.opened.length = 0
  client = new ApolloClient({ cache: new InMemoryCache(), link: ApolloLink.empty() })
  askedAgain = vi.spyOn(client, 'refetchQueries')
  stop = startLiveUpdates({ client, caller: () => ({}), url: 'ws://127.0.0.1/graphql' })
  await untilAsked(1)
})
afterEach(() => {
  stop()
  client.stop()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** The page is told of something, and asks again what it shows. */
async function isLive(): Promise<void> {
  await vi.advanceTimersByTimeAsync(5_000)
  askedAgain.mockClear()
  const { last } = ServerEnd
  last.say({ type: 'next', id: last.asked.at(-1)?.id, payload: { data: { activity: { kind: 'BOOKING' } } } })
  await vi.advanceTimersByTimeAsync(1_200)
  expect(askedAgain).toHaveBeenCalledOnce()
}

it('subscribes again by itself after the server refused it, and asks for what it missed', async () => {
  const { last } = ServerEnd
  askedAgain.mockClear()
  last.say({ type: 'error', id: last.asked[0]?.id, payload: [{ message: 'You have spent this minute’s budget.' }] })
  await vi.advanceTimersByTimeAsync(2_000)
  await untilAsked(2)
  expect(askedAgain).toHaveBeenCalled()
  await isLive()
})

it('subscribes again after the server ended it', async () => {
  const { last } = ServerEnd
  last.say({ type: 'complete', id: last.asked[0]?.id })
  await vi.advanceTimersByTimeAsync(2_000)
  await untilAsked(2)
  await isLive()
})

it.each([1013, 1012, 4403, 4429])('comes again after it was closed with %i', async (code) => {
  ServerEnd.last.close(code)
  await vi.advanceTimersByTimeAsync(2_000)
  await untilAsked(2)
  await isLive()
})

it('waits longer each time that it is refused in a row', async () => {
  const refuse = () => {
    const { last } = ServerEnd
    last.say({ type: 'error', id: last.asked.at(-1)?.id, payload: [{ message: 'No.' }] })
  }
  for (let time = 0; time < 5; time += 1) {
    refuse()
    await vi.advanceTimersByTimeAsync(60_000)
    await untilAsked(time + 2)
  }
  refuse()
  // Half of the sixth wait at the least.
  await vi.advanceTimersByTimeAsync(7_500)
  expect(ServerEnd.opened).toHaveLength(6)
})

it('does not come again once nobody is signed in any more, nor after it was stopped', async () => {
  ServerEnd.last.close(4401)
  await vi.advanceTimersByTimeAsync(120_000)
  expect(ServerEnd.opened).toHaveLength(1)
  stop()
  await vi.advanceTimersByTimeAsync(120_000)
  expect(ServerEnd.opened).toHaveLength(1)
})
