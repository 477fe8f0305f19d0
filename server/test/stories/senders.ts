import { v7 as uuidv7 } from 'uuid'
import { signed, type TestConnection } from '../intake.ts'
import { type Chance, chanceOf } from './chance.ts'

/** A body on its way to a connection. */
export interface Sending {
  connection: TestConnection
  body: string
}

/** What befalls the servers when so many sendings were answered with 200. */
export interface Strike {
  after: number
  happens(): Promise<void>
}

export interface Sent {
  /** How many answers were 200. */
  accepted: number
  /** How many times a sending had to be sent again, since it was answered otherwise or not at all. */
  refused: number
}

/**
 * Sends everything from many connections at once, each again and again until it is answered with 200, as providers do. Servers may be
 * struck down meanwhile; whoever sends next turns to another.
 */
export async function sendAll(
  sendings: readonly Sending[],
  urls: () => readonly string[],
  seed: number,
  strikes: readonly Strike[] = [],
): Promise<Sent> {
  const waiting = [...sendings]
  const due = [...strikes]
  const chance = chanceOf(seed)
  const sent: Sent = { accepted: 0, refused: 0 }
  const striking: Promise<void>[] = []
  const send = async (): Promise<void> => {
    for (let sending = waiting.shift(); sending; sending = waiting.shift()) {
      if (await isAccepted(sending, urls(), chance)) {
        sent.accepted += 1
        while (due[0] && due[0].after <= sent.accepted) striking.push(due.shift()?.happens() ?? Promise.resolve())
      } else {
        sent.refused += 1
        waiting.push(sending)
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    }
  }
  await Promise.all(Array.from({ length: 16 }, send))
  await Promise.all(striking)
  return sent
}

async function isAccepted({ connection, body }: Sending, urls: readonly string[], chance: Chance): Promise<boolean> {
  if (urls.length === 0) return false
  // Each comes from an address of its own, and is signed anew each time, as providers do.
  const from = `198.51.${chance.whole(0, 255)}.${chance.whole(0, 255)}`
  try {
    const response = await fetch(chance.pick(urls) + connection.path, {
      method: 'POST',
      body,
      headers: { ...signed(connection, body), 'x-forwarded-for': from, 'x-request-id': uuidv7() },
      signal: AbortSignal.timeout(15_000),
    })
    await response.arrayBuffer()
    return response.status === 200
  } catch (error) {
    // A server that was killed, or kills the connection: the sender knows nothing of what became of it.
    if (error instanceof TypeError || (error instanceof DOMException && error.name === 'TimeoutError')) return false
    throw error
  }
}
