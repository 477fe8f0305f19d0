import { v7 as uuidv7 } from 'uuid'
import { signed, type TestConnection } from '../intake.ts'
import type { Chance } from './chance.ts'
import type { Message } from './message.ts'
import type { Sending } from './senders.ts'

/** A message on its way to a connection. Each comes from an address of its own, and is signed anew each time, as providers do. */
export function webhook(connection: TestConnection, { provider, body: told }: Message): Sending {
  const fields = Object.entries(told).map(([name, value]): [string, string] => [name, String(value)])
  const body = provider === 'acuity' ? new URLSearchParams(fields).toString() : JSON.stringify(told)
  return {
    async attempt(url: string, chance: Chance) {
      const from = `198.51.${chance.whole(0, 255)}.${chance.whole(0, 255)}`
      const response = await fetch(url + connection.path, {
        method: 'POST',
        body,
        headers: { ...signed(connection, body), 'x-forwarded-for': from, 'x-request-id': uuidv7() },
        signal: AbortSignal.timeout(15_000),
      })
      await response.arrayBuffer()
      return response.status === 200 ? 'taken' : 'again'
    },
  }
}
