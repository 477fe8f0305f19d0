import net from 'node:net'
import { MessageReader, type MessageTest } from './postgres-messages.ts'

/** Stands between a client and a PostgreSQL, and makes the faults that a network makes. */
export interface FaultyProxy {
  /** The address of the server, by way of this proxy. */
  through(url: string): string
  /** Connections that stand now. */
  count(): number
  /** Cuts every standing connection; new ones pass. */
  reset(): void
  /** Nothing passes any more, and nobody is told. What is sent meanwhile comes through on healing, as TCP sends it again. */
  blackHole(): void
  /** What stands falls silent for good, as when a firewall forgets its connections; new ones pass. Neither side is told of the other. */
  forget(): void
  /** Cuts what stands, and refuses what is new. */
  refuse(): Promise<void>
  /** Until healing, each connection is lost from the server's first such message on: cut, or silent for good. */
  loseFrom(test: MessageTest, how: 'cut' | 'silence'): void
  /** How many connections `loseFrom` took since it was last called. */
  lost(): number
  /** All is well again, for all that still stands. */
  heal(): Promise<void>
  close(): Promise<void>
}

interface Loss {
  test: MessageTest
  how: 'cut' | 'silence'
}

interface State {
  loss: Loss | null
  lost: number
  held: boolean
}

/** One connection of a client, and the one that was made for it to the server. */
class Link {
  readonly #client: net.Socket
  readonly #server: net.Socket
  #silent = false
  #abandoned = false
  #tells = true

  constructor(client: net.Socket, target: { host: string; port: number }, state: State, onGone: (link: Link) => void) {
    this.#client = client
    this.#server = net.connect({ ...target, noDelay: true })
    client.setNoDelay(true)
    const reader = new MessageReader()
    client.on('data', (chunk: Buffer) => this.#forward(this.#server, chunk))
    this.#server.on('data', (chunk: Buffer) => {
      for (const message of reader.read(chunk)) {
        if (!this.#silent && state.loss?.test(message)) {
          state.lost += 1
          if (state.loss.how === 'cut') return this.cut()
          this.silence()
        }
        this.#forward(client, message)
      }
    })
    // What is broken on one side is told to the other by 'close'.
    client.on('error', () => undefined)
    client.on('close', () => {
      this.#abandoned = true
      if (this.#tells) this.#server.end()
    })
    this.#server.on('error', () => undefined)
    this.#server.on('close', () => {
      if (!this.#silent) client.end()
      onGone(this)
    })
    if (state.held) this.hold()
  }

  hold(): void {
    this.#client.pause()
    this.#server.pause()
  }

  resume(): void {
    this.#client.resume()
    this.#server.resume()
  }

  silence(): void {
    this.#silent = true
    this.#tells = false
  }

  /** Tells the server, at last, when a client leaves in silence. */
  tell(): void {
    this.#tells = true
    if (this.#abandoned) this.#server.end()
  }

  cut(): void {
    this.#client.resetAndDestroy()
    this.#server.resetAndDestroy()
  }

  #forward(to: net.Socket, chunk: Buffer): void {
    if (!this.#silent && to.writable) to.write(chunk)
  }
}

/** A proxy in front of the server that a URL names. */
export async function startFaultyProxy(url: string): Promise<FaultyProxy> {
  const { hostname: host, port } = new URL(url)
  const links = new Set<Link>()
  const state: State = { loss: null, lost: 0, held: false }
  const server = net.createServer((client) => {
    links.add(new Link(client, { host, port: Number(port) }, state, (link) => links.delete(link)))
  })
  const own = await listenOutsideOfTheEphemeralPorts(server)
  const reset = () => {
    for (const link of [...links]) link.cut()
  }
  const stopListening = () => {
    const closed = new Promise<void>((resolve) => {
      server.close(() => resolve())
    })
    reset()
    return closed
  }
  return {
    through(direct) {
      const proxied = new URL(direct)
      proxied.port = String(own)
      return proxied.href
    },
    count: () => links.size,
    reset,
    blackHole() {
      state.held = true
      for (const link of links) link.hold()
    },
    forget() {
      for (const link of links) link.silence()
    },
    refuse: stopListening,
    loseFrom(test, how) {
      state.loss = { test, how }
      state.lost = 0
    },
    lost: () => state.lost,
    async heal() {
      state.loss = null
      state.held = false
      for (const link of links) {
        link.resume()
        link.tell()
      }
      if (!server.listening) await listen(server, own)
    },
    async close() {
      if (server.listening) await stopListening()
    },
  }
}

const listen = (server: net.Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve()
    })
  })

/** A port that no outgoing connection is given while the proxy refuses, so that it can have it again. */
async function listenOutsideOfTheEphemeralPorts(server: net.Server): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    const port = 20_000 + Math.floor(Math.random() * 10_000)
    try {
      await listen(server, port)
      return port
    } catch (error) {
      if (attempt === 20) throw error
    }
  }
}
