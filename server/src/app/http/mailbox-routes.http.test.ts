import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import pino from 'pino'
import { testVault } from '../../../test/job-services.ts'
import { type RunningApp, startApp } from '../../../test/running-app.ts'
import { Visitor } from '../../../test/visitor.ts'
import { startServer } from '../../main/start-server.ts'

let app: RunningApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const read = async (url: string, path: string) => {
  const answer = await fetch(url + path)
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}

describe('the development mailbox', () => {
  it('shows what would have been sent, the newest first, and pages know of it', async () => {
    expect(await read(app.url, '/api/config')).toEqual({ status: 200, body: { mailbox: true, supportEmail: null } })
    for (const email of ['first@box.example', 'second@box.example']) {
      await new Visitor(app).post('sign-up/email', { name: 'Nora', email, password: 'a long enough password' })
      await app.drain()
    }
    const { status, body } = await read(app.url, '/api/mailbox')
    const mails = body.mails as Record<string, string>[]
    expect([status, mails.map(({ to }) => to)]).toEqual([200, ['second@box.example', 'first@box.example']])
    expect(Object.keys(mails[0] ?? {}).toSorted()).toEqual(['at', 'key', 'subject', 'text', 'to'])
    expect((await fetch(`${app.url}/api/mailbox`, { method: 'POST' })).status).toBe(405)
  })

  it('is not there where e-mail is really sent', async () => {
    const server = await startServer({
      appUrl: app.data.url('app_user'),
      authUrl: app.data.url('auth_user'),
      pool: 2,
      port: 0,
      host: '127.0.0.1',
      publicUrl: undefined,
      vault: testVault,
      authSecret: 'a secret of the tests, long enough',
      trustedProxies: 0,
      mailbox: null,
      supportEmail: 'help@clinch.io',
      logger: pino({ level: 'silent' }),
      limited: false,
    })
    try {
      expect(await read(server.url, '/api/config')).toEqual({ status: 200, body: { mailbox: false, supportEmail: 'help@clinch.io' } })
      expect((await read(server.url, '/api/mailbox')).status).toBe(404)
    } finally {
      await server.stop()
    }
  })
})
