import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Listener, openListener } from './listener.ts'
import { describeRequest } from './request.ts'
import { staticWeb } from './static-web.ts'

let folder: string
let listener: Listener
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'clinch-web-'))
  writeFileSync(path.join(folder, 'index.html'), 'the admin')
  writeFileSync(path.join(folder, 'portal.html'), 'the portal')
  writeFileSync(path.join(folder, 'portal-worker.js'), 'the worker')
  const serve = staticWeb(folder)
  listener = await openListener('127.0.0.1', 0)
  listener.serve((request, response) => void serve(request, response, describeRequest(request, 0)))
})
afterAll(async () => {
  await listener.close()
  rmSync(folder, { recursive: true })
})

it.each([
  ['/portal', 'the portal'],
  ['/portal/', 'the portal'],
  ['/portal/open', 'the portal'],
  ['/portal/calls/0193?from=mail', 'the portal'],
  ['/', 'the admin'],
  ['/portals', 'the admin'],
  ['/calls/portal/', 'the admin'],
  ['/calls/%2e%2e/portal/open', 'the portal'],
])('answers %s with the page of %s', async (address, page) => {
  const answer = await fetch(`http://127.0.0.1:${listener.port}${address}`)
  expect([answer.status, await answer.text()]).toEqual([200, page])
})

it('lets a service worker ask this server, and do nothing else', async () => {
  const answer = await fetch(`http://127.0.0.1:${listener.port}/portal-worker.js`)
  expect(await answer.text()).toBe('the worker')
  expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'; connect-src 'self';/)
  expect(answer.headers.get('cache-control')).toBe('no-cache')
})
