import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Whop's API with one page of payments and nothing else, behind a key. */
export interface WhopApi {
  url: string
  key: string
  payments: object[]
  close(): Promise<void>
}

export async function startWhopApi(): Promise<WhopApi> {
  const key = 'a-key-of-the-company'
  const payments: object[] = []
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://whop')
    const isKnown = request.headers.authorization === `Bearer ${key}`
    const listed = {
      data: pathname === '/payments' ? payments : [],
      page_info: { end_cursor: null, has_next_page: false },
    }
    const body = pathname === '/accounts/me' ? { id: 'biz_1', title: 'Northlight Coaching' } : listed
    response.writeHead(isKnown ? 200 : 401, { 'content-type': 'application/json' })
    response.end(JSON.stringify(isKnown ? body : {}))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    key,
    payments,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
