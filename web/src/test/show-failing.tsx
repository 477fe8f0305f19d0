import { ApolloProvider } from '@apollo/client/react'
import type { ReactElement } from 'react'
import * as z from 'zod/mini'
import { createClient } from '../apollo/client.ts'
import { startAnswering } from './answering-server.ts'
import { show, type Shown } from './show.tsx'

export interface Failing extends Shown {
  /** The inputs of all that was sent, as they came. */
  inputs: readonly Readonly<Record<string, unknown>>[]
  stop: () => Promise<void>
}

const request = z.object({ variables: z.object({ input: z.record(z.string(), z.unknown()) }) })
const failure = { errors: [{ message: 'no', extensions: { code: 'INTERNAL_SERVER_ERROR' } }] }

/** Renders something beside an API that fails whatever it is sent. */
export async function showFailing(element: ReactElement): Promise<Failing> {
  const inputs: Record<string, unknown>[] = []
  const server = await startAnswering(({ body }) => {
    inputs.push(request.parse(JSON.parse(body)).variables.input)
    return Promise.resolve({ status: 200, body: failure })
  })
  const client = createClient({ uri: server.uri, organizationId: () => null, onUnauthenticated: () => undefined })
  return { ...show(<ApolloProvider client={client}>{element}</ApolloProvider>), inputs, stop: server.stop }
}
