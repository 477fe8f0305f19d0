import { createHmac } from 'node:crypto'
import { Person } from './person.ts'
import type { RunningApp } from './running-app.ts'
import { tokenIn } from './token-in.ts'

export interface Answer {
  status: number
  /** Parsed where it is JSON; null where it is none. */
  body: Record<string, unknown> | null
  headers: Headers
}

/** Somebody at a browser of their own: keeps cookies, and sends what browsers send by themselves. */
export class Visitor {
  readonly #app: RunningApp
  readonly #headers: Readonly<Record<string, string>>
  readonly #cookies = new Map<string, string>()

  constructor(app: RunningApp, headers: Readonly<Record<string, string>> = {}) {
    this.#app = app
    this.#headers = headers
  }

  /** Posts to an endpoint of signing in, as a page of ours does. */
  post(path: string, body: object, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.#send(`/api/auth/${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', origin: this.#app.origin, 'sec-fetch-site': 'same-origin', ...headers },
    })
  }

  /** Asks for an address as a browser does that opens it: without what stands behind its `#`. Goes nowhere from there. */
  open(link: string): Promise<Answer> {
    const { pathname, search } = new URL(link)
    return this.#send(pathname + search, { redirect: 'manual' })
  }

  /** Opens the link of a confirmation mail, whose page posts its token. */
  confirm(link: string, more: { password?: string; replaceSession?: boolean } = {}): Promise<Answer> {
    return this.post('confirm-sign-up', { token: tokenIn(link), ...more })
  }

  /** As somebody who asks the API with this browser's cookies. */
  get person(): Person {
    return new Person(this.#app.url, { ...this.#headers, cookie: this.cookie })
  }

  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  /** The name of whoever is signed in; null for nobody. */
  async name(): Promise<string | null> {
    const { viewer } = await this.person.ask<{ viewer: { name: string } | null }>('{ viewer { name } }')
    return viewer?.name ?? null
  }

  async why(): Promise<string | null> {
    return (await this.person.ask<{ whySignedOut: string | null }>('{ whySignedOut }')).whySignedOut
  }

  async #send(path: string, { headers, ...init }: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> }): Promise<Answer> {
    const answer = await fetch(this.#app.url + path, {
      ...init,
      headers: { ...this.#headers, ...headers, ...(this.#cookies.size > 0 ? { cookie: this.cookie } : {}) },
    })
    for (const each of answer.headers.getSetCookie()) {
      const [pair = '', ...attributes] = each.split('; ')
      const [name = '', value = ''] = pair.split('=', 2)
      if (attributes.some((attribute) => /^max-age=0$/i.test(attribute)) || value === '') this.#cookies.delete(name)
      else this.#cookies.set(name, value)
    }
    const isJson = answer.headers.get('content-type')?.startsWith('application/json') ?? false
    const text = await answer.text()
    return { status: answer.status, body: isJson && text ? (JSON.parse(text) as Record<string, unknown>) : null, headers: answer.headers }
  }
}

/** The links in the last mail to an address, once the jobs ran. */
export async function lastMailTo(app: RunningApp, to: string): Promise<{ subject: string; text: string; links: string[] }> {
  await app.drain()
  const mail = app.mailbox.mails().find((each) => each.to === to)
  if (!mail) throw new Error(`No mail went to ${to}`)
  return { subject: mail.subject, text: mail.text, links: mail.text.match(/https?:\S+[^\s.]/g) ?? [] }
}

/** Signs somebody up, in a browser of their own, by the link that they were sent. */
export async function enterAs(app: RunningApp, name: string, email: string, password: string): Promise<Visitor> {
  const visitor = new Visitor(app)
  const signedUp = await visitor.post('sign-up/email', { name, email, password })
  if (signedUp.status !== 200) throw new Error(`Signing up was answered ${signedUp.status}`)
  await visitor.confirm(await app.confirmationLink(email))
  return visitor
}

/** What an authenticator app shows for a secret in base 32, so many half minutes from now (RFC 6238). */
export function totp(secret: string, stepsFromNow = 0, now = Date.now()): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = Array.from(secret.replace(/=+$/, ''), (letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(now / 30_000) + stepsFromNow))
  const hash = createHmac('sha1', key).update(counter).digest()
  const number = hash.readUInt32BE((hash.at(-1) ?? 0) & 15) & 0x7fffffff
  return String(number % 1_000_000).padStart(6, '0')
}
