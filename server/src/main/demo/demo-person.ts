import type { RunningServer } from '../start-server.ts'

/** Where the demo is played. */
export type Stage = Pick<RunningServer, 'url' | 'confirmationLink'>

const cookiesOf = ({ headers }: Response): string =>
  headers
    .getSetCookie()
    .map((each) => each.split(';', 1)[0])
    .join('; ')

/** Somebody of the demo, who uses the server over HTTP like anybody else. */
export class DemoPerson {
  readonly #url: string
  readonly #headers: Readonly<Record<string, string>>

  constructor(url: string, headers: Readonly<Record<string, string>>) {
    this.#url = url
    this.#headers = headers
  }

  /** Signs up, and in by the link that a mail would hold; or just signs in where the account is there already. */
  static async enter(stage: Stage, { name, email, password }: { name: string; email: string; password: string }): Promise<DemoPerson> {
    const { url } = stage
    const ask = (path: string, body: object, cookie = ''): Promise<Response> =>
      fetch(`${url}/api/auth/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: url, cookie },
        body: JSON.stringify(body),
      })
    const post = async (path: string, body: object): Promise<Response> => {
      const answer = await ask(path, body)
      if (answer.ok) return answer
      throw new Error(`${email} of the demo was refused at ${path}: ${await answer.text()}`)
    }
    const signedUp = await post('sign-up/email', { name, email, password })
    const token = new URL(await stage.confirmationLink(email)).hash.slice(1)
    const confirmed = await ask('confirm-sign-up', { token }, cookiesOf(signedUp))
    // A link of an account that is confirmed signs nobody in again.
    const signedIn = confirmed.ok ? confirmed : await post('sign-in/email', { email, password })
    return new DemoPerson(url, { cookie: cookiesOf(signedIn) })
  }

  /** Signs out, so that nobody finds a session of the seeding among their own. */
  async leave(): Promise<void> {
    const headers = { ...this.#headers, 'content-type': 'application/json', origin: this.#url }
    const answer = await fetch(`${this.#url}/api/auth/sign-out`, { method: 'POST', headers, body: '{}' })
    if (!answer.ok) throw new Error(`Somebody of the demo could not sign out: ${await answer.text()}`)
  }

  in(organizationId: string): DemoPerson {
    return new DemoPerson(this.#url, { ...this.#headers, 'x-organization-id': organizationId })
  }

  async ask<Data>(query: string, variables: object = {}): Promise<Data> {
    const answer = await fetch(`${this.#url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...this.#headers },
      body: JSON.stringify({ query, variables }),
    })
    const { data, errors } = (await answer.json()) as { data?: Data; errors?: { message: string }[] }
    if (!data || errors) throw new Error(`The demo was refused: ${errors?.map((error) => error.message).join(' ') ?? answer.status}`)
    return data
  }
}
