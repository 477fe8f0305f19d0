import { createServer, type IncomingHttpHeaders } from 'node:http'
import { setPageAddress } from './browser.ts'

export interface Answer {
  status: number
  headers?: Record<string, string>
  body: unknown
}

export interface AnsweringServer {
  /** The address to ask, of the page's own origin. */
  uri: string
  stop: () => Promise<void>
}

/** A server that answers each request as it is told, once the promise is kept. */
export async function startAnswering(
  answer: (request: { headers: IncomingHttpHeaders; body: string }) => Promise<Answer>,
): Promise<AnsweringServer> {
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      void answer({ headers: request.headers, body }).then(({ status, headers, body: told }) =>
        response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(told)),
      )
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  const origin = `http://127.0.0.1:${address.port}`
  setPageAddress(`${origin}/calls`)
  return { uri: `${origin}/graphql`, stop: () => new Promise((closed) => server.close(() => closed())) }
}
