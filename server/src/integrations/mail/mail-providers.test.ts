import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Mailer } from '../../kernel/mail.ts'
import { MailNotTaken } from './post-mail.ts'
import { createResendMailer } from './resend/resend-mailer.ts'
import { sparedReserved } from './reserved-addresses.ts'
import { createSendgridMailer } from './sendgrid/sendgrid-mailer.ts'

interface Asked {
  path: string
  headers: IncomingHttpHeaders
  body: Record<string, unknown>
}

/** Stands in for the provider: a server that answers as the provider's documents say. */
let server: Server
let baseUrl: string
let answer: (asked: Asked, response: ServerResponse) => void
const asked: Asked[] = []

beforeAll(async () => {
  server = createServer((request, response) => {
    let text = ''
    request.on('data', (chunk: Buffer) => (text += chunk.toString()))
    request.on('end', () => {
      const each = { path: request.url ?? '', headers: request.headers, body: JSON.parse(text) as Record<string, unknown> }
      asked.push(each)
      answer(each, response)
    })
  }).listen(0, '127.0.0.1')
  await new Promise((listening) => server.once('listening', listening))
  const address = server.address()
  baseUrl = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
})
afterEach(() => void asked.splice(0))
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const json = (status: number, body: object) => (_asked: Asked, response: ServerResponse) =>
  void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))

const mail = { to: 'nora@kestrel.io', subject: 'Hello', text: 'Hello.\n', html: '<p>Hello.</p>' }
const options = () => ({ apiKey: 'the key', from: 'Clinch <no-reply@clinch.io>', baseUrl, timeoutMs: 2_000 })
const refusalOf = async (mailer: Mailer): Promise<string> => {
  const refusal: unknown = await mailer.send(mail, 'mail-1').catch((error: unknown) => error)
  return refusal instanceof MailNotTaken ? refusal.message : 'it was taken'
}

describe('Resend', () => {
  /** Remembers keys, as Resend does for a day. */
  const sent = new Map<string, string>()
  const likeResend = ({ headers }: Asked, response: ServerResponse) => {
    const key = String(headers['idempotency-key'])
    const id = sent.get(key) ?? `id-${sent.size + 1}`
    sent.set(key, id)
    json(200, { id })({ path: '', headers, body: {} }, response)
  }

  it('is handed an e-mail under a key, so that one that is sent again is one e-mail', async () => {
    answer = likeResend
    const mailer = createResendMailer(options())
    await mailer.send(mail, 'mail-7')
    await mailer.send(mail, 'mail-7')
    await mailer.send(mail, 'mail-8')
    expect([...sent.keys()]).toEqual(['mail-7', 'mail-8'])
    expect(asked[0]).toMatchObject({
      path: '/emails',
      headers: { authorization: 'Bearer the key', 'content-type': 'application/json', 'idempotency-key': 'mail-7' },
      body: { from: 'Clinch <no-reply@clinch.io>', to: ['nora@kestrel.io'], subject: 'Hello', text: 'Hello.\n', html: '<p>Hello.</p>' },
    })
  })

  it.each([
    [
      422,
      { statusCode: 422, name: 'validation_error', message: 'The domain is not verified.' },
      'Resend did not take an e-mail (422): validation_error: The domain is not verified.',
    ],
    [
      429,
      { statusCode: 429, name: 'rate_limit_exceeded', message: 'Too many requests.' },
      'Resend did not take an e-mail (429): rate_limit_exceeded: Too many requests.',
    ],
    [500, { unexpected: true }, 'Resend did not take an e-mail (500): it did not say why'],
  ])('says why it did not take one (%s)', async (status, body, message) => {
    answer = json(status, body)
    expect(await refusalOf(createResendMailer(options()))).toBe(message)
  })
})

describe('SendGrid', () => {
  it('is handed an e-mail whose links it leaves alone', async () => {
    answer = (_asked, response) => void response.writeHead(202, { 'x-message-id': 'm1' }).end()
    await createSendgridMailer(options()).send(mail, 'mail-7')
    expect(asked[0]).toMatchObject({
      path: '/v3/mail/send',
      headers: { authorization: 'Bearer the key' },
      body: {
        personalizations: [{ to: [{ email: 'nora@kestrel.io' }], custom_args: { key: 'mail-7' } }],
        from: { email: 'no-reply@clinch.io', name: 'Clinch' },
        subject: 'Hello',
        content: [
          { type: 'text/plain', value: 'Hello.\n' },
          { type: 'text/html', value: '<p>Hello.</p>' },
        ],
        tracking_settings: {
          click_tracking: { enable: false, enable_text: false },
          open_tracking: { enable: false },
          subscription_tracking: { enable: false },
        },
      },
    })
  })

  it.each([
    ['"Clinch, Inc." <a@b.io>', { email: 'a@b.io', name: 'Clinch, Inc.' }],
    ['a@b.io', { email: 'a@b.io' }],
    ['<a@b.io>', { email: 'a@b.io' }],
  ])('is told who it is from: %s', async (from, sender) => {
    answer = (_asked, response) => void response.writeHead(202).end()
    await createSendgridMailer({ ...options(), from }).send(mail, 'mail-7')
    expect(asked[0]?.body.from).toEqual(sender)
  })

  it('says why it did not take one', async () => {
    answer = json(400, {
      errors: [{ message: 'Does not contain a valid address.', field: 'from.email', help: null }, { message: 'And more.' }],
    })
    expect(await refusalOf(createSendgridMailer(options()))).toBe(
      'SendGrid did not take an e-mail (400): from.email: Does not contain a valid address.; And more.',
    )
  })
})

describe.each([
  ['Resend', (timeoutMs?: number) => createResendMailer({ ...options(), ...(timeoutMs ? { timeoutMs } : {}) })],
  ['SendGrid', (timeoutMs?: number) => createSendgridMailer({ ...options(), ...(timeoutMs ? { timeoutMs } : {}) })],
] as const)('%s, out of order', (name, make) => {
  it('is not waited for without end', async () => {
    answer = () => undefined
    expect(await refusalOf(make(50))).toBe(`${name} could not be reached: no answer within 50 ms`)
  })

  it('answers some proxy’s page', async () => {
    answer = (_asked, response) => void response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>')
    expect(await refusalOf(make())).toBe(`${name} did not take an e-mail (502): it did not say why`)
  })

  it('hangs up', async () => {
    answer = (_asked, response) => void response.destroy()
    expect(await refusalOf(make())).toMatch(new RegExp(`^${name} could not be reached: `))
  })

  it('leads elsewhere, where the key does not go', async () => {
    answer = (_asked, response) => void response.writeHead(307, { location: `${baseUrl}/elsewhere` }).end()
    expect(await refusalOf(make())).toMatch(new RegExp(`^${name} could not be reached: `))
    expect(asked).toHaveLength(1)
  })
})

it('no provider is bothered with addresses at which nobody can be', async () => {
  answer = json(200, { id: 'x' })
  const mailer = sparedReserved(createResendMailer(options()))
  for (const to of ['a@kestrel.example', 'a@example.com', 'a@sub.example.org', 'a@x.TEST', 'a@localhost', 'a@b.invalid'])
    await mailer.send({ ...mail, to }, to)
  expect(asked).toEqual([])
  for (const to of ['a@example.company.io', 'a@notexample.com', 'test@kestrel.io']) await mailer.send({ ...mail, to }, to)
  expect(asked).toHaveLength(3)
})
