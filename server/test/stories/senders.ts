import { type Chance, chanceOf } from './chance.ts'

/** What became of one try: it was taken, it is to be tried again, or what it is about is not known yet. */
export type Attempt = 'taken' | 'again' | 'not yet'

/** Something on its way to a server. */
export interface Sending {
  attempt(url: string, chance: Chance): Promise<Attempt>
}

/** What befalls the servers when so many sendings were taken. */
export interface Strike {
  after: number
  happens(): Promise<void>
}

export interface Sent {
  taken: number
  /** How many times a sending had to be tried again, since it was answered otherwise or not at all. */
  refused: number
  /** What was about something that was not known yet, however often it was tried. */
  early: Sending[]
}

/** Whoever is refused again and again comes more and more seldom, as providers do: a machine with little room is not kept from working. */
const pauseMs = (refusals: number): number => Math.min(2_000, 10 * 2 ** refusals)

/** How often something is tried that is about what is not known yet, before it is left for later. */
const triesBeforeEarly = 10

/**
 * Sends everything from many sides at once, each again and again until it is taken, as providers do. Servers may be struck down meanwhile;
 * whoever sends next turns to another.
 */
export async function sendAll(
  sendings: readonly Sending[],
  urls: () => readonly string[],
  seed: number,
  strikes: readonly Strike[] = [],
): Promise<Sent> {
  const waiting = sendings.map((sending) => ({ sending, triesTooEarly: 0, refusals: 0 }))
  const due = [...strikes]
  const chance = chanceOf(seed)
  const sent: Sent = { taken: 0, refused: 0, early: [] }
  const striking: Promise<void>[] = []
  const send = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const attempt = await tryOnce(next.sending, urls(), chance)
      if (attempt === 'taken') {
        sent.taken += 1
        while (due[0] && due[0].after <= sent.taken) striking.push(due.shift()?.happens() ?? Promise.resolve())
        continue
      }
      if (attempt === 'again') {
        sent.refused += 1
        next.refusals += 1
      } else next.triesTooEarly += 1
      if (next.triesTooEarly >= triesBeforeEarly) sent.early.push(next.sending)
      else waiting.push(next)
      await new Promise((resolve) => setTimeout(resolve, pauseMs(next.refusals)))
    }
  }
  await Promise.all(Array.from({ length: 16 }, send))
  await Promise.all(striking)
  return sent
}

async function tryOnce(sending: Sending, urls: readonly string[], chance: Chance): Promise<Attempt> {
  if (urls.length === 0) return 'again'
  try {
    return await sending.attempt(chance.pick(urls), chance)
  } catch (error) {
    // A server that was killed, or kills the connection: the sender knows nothing of what became of it.
    if (error instanceof TypeError || (error instanceof DOMException && error.name === 'TimeoutError')) return 'again'
    throw error
  }
}
