import { createServer, request as send, type IncomingMessage, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { once } from 'node:events'
import { afterEach, describe, expect, it } from 'vitest'
import { BodyTooLarge, describeRequest, readBody, type RequestInfo, sendJson } from './request.ts'

const limitBytes = 1_000
let server: Server | null = null
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
  server = null
})

/** A real server that reads bodies up to a limit and says how many bytes they had. */
async function listen(trustedProxies = 0, seen: RequestInfo[] = []): Promise<number> {
  server = createServer((request, response) => {
    seen.push(describeRequest(request, trustedProxies))
    readBody(request, limitBytes).then(
      (body) => sendJson(response, 200, { bytes: body.length, text: body.toString('utf8') }),
      (error: unknown) => {
        if (error instanceof BodyTooLarge) sendJson(response, 413, { message: 'Too large.' }, { connection: 'close' })
        else response.destroy()
      },
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

/** Sends a body in pieces, without saying how long it will be; it may be left unended. */
async function sendInPieces(port: number, pieces: readonly string[], ended = true): Promise<IncomingMessage> {
  const outgoing = send({ port, host: '127.0.0.1', method: 'POST' })
  for (const piece of pieces) outgoing.write(piece)
  if (ended) outgoing.end()
  const [response] = (await once(outgoing, 'response')) as [IncomingMessage]
  // The server closes the line on what it refused: that is no failure of this test.
  outgoing.on('error', () => undefined)
  outgoing.destroy()
  return response
}

describe('a body', () => {
  it('is read whole, also in pieces, and with letters of several bytes', async () => {
    const port = await listen()
    const answer = await fetch(`http://127.0.0.1:${port}`, { method: 'POST', body: 'Zoë' })
    expect(await answer.json()).toEqual({ bytes: 4, text: 'Zoë' })
    expect((await sendInPieces(port, ['a', 'b', 'c'])).statusCode).toBe(200)
  })

  it('may be empty', async () => {
    const port = await listen()
    expect(await (await fetch(`http://127.0.0.1:${port}`, { method: 'POST' })).json()).toEqual({ bytes: 0, text: '' })
  })

  it('may be exactly as long as allowed, and is refused one byte later', async () => {
    const port = await listen()
    const post = async (bytes: number) => (await fetch(`http://127.0.0.1:${port}`, { method: 'POST', body: 'x'.repeat(bytes) })).status
    expect(await post(limitBytes)).toBe(200)
    expect(await post(limitBytes + 1)).toBe(413)
  })

  it('that does not say how long it is, is refused as soon as it is too long', async () => {
    const port = await listen()
    const pieces = Array.from({ length: 50 }, () => 'x'.repeat(100))
    expect((await sendInPieces(port, pieces)).statusCode).toBe(413)
    expect((await sendInPieces(port, pieces, false)).statusCode).toBe(413)
  })

  it('that says it is too long is refused before it comes', async () => {
    const port = await listen()
    const socket = connect(port, '127.0.0.1')
    socket.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1000000000\r\n\r\n')
    const [answer] = (await once(socket, 'data')) as [Buffer]
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 413 /)
    socket.destroy()
  })
})

describe('what is known of a request', () => {
  const describeBy = async (headers: Record<string, string>, trustedProxies = 0, path = '/') => {
    const seen: RequestInfo[] = []
    const port = await listen(trustedProxies, seen)
    await fetch(`http://127.0.0.1:${port}${path}`, { headers })
    const [info] = seen
    if (!info) throw new Error('No request came')
    return info
  }

  it('is its path and its query apart', async () => {
    expect(await describeBy({}, 0, '/graphql?a=1?b')).toMatchObject({ path: '/graphql', query: '?a=1' })
    expect(await describeBy({}, 0, '/graphql')).toMatchObject({ path: '/graphql', query: '' })
  })

  it('is the id that it came with where that is sane, and one of our own otherwise', async () => {
    expect((await describeBy({ 'x-request-id': 'edge-12345678' })).id).toBe('edge-12345678')
    for (const given of ['short', 'has space in it', '<script>alert(1)</script>', 'x'.repeat(101)])
      expect((await describeBy({ 'x-request-id': given })).id, given).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('is the address that the socket has, whatever the caller writes, where no proxy is trusted', async () => {
    expect((await describeBy({ 'x-forwarded-for': '6.6.6.6' })).address).toContain('127.0.0.1')
  })

  it('is the address that the outermost trusted proxy saw, and not what the caller wrote before it', async () => {
    expect((await describeBy({ 'x-forwarded-for': '6.6.6.6, 203.0.113.7' }, 1)).address).toBe('203.0.113.7')
    expect((await describeBy({ 'x-forwarded-for': '6.6.6.6, 203.0.113.7, 10.0.0.2' }, 2)).address).toBe('203.0.113.7')
    expect((await describeBy({}, 1)).address).toContain('127.0.0.1')
  })
})
