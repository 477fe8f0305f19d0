import type { RunningServer } from '../start-server.ts'

/** Where the demo is played. */
export type Stage = Pick<RunningServer, 'url' | 'confirmationLink'>

/** Somebody of the demo, who uses the server over HTTP like anybody else. */
export class DemoPerson {
  readonly #url: string
  readonly #headers: Readonly<Record<string, string>>

  constructor(url: string, headers: Readonly<Record<string, string>>) {
    this.#url = url
    this.#headers = headers
  }

  /** Signs up, confirms the address by the link that a mail would hold, and signs in; or just signs in where the account is there already. */
  static async enter(stage: Stage, { name, email, password }: { name: string; email: string; password: string }): Promise<DemoPerson> {
    const { url } = stage
    const post = async (path: string, body: object): Promise<Response> => {
      const answer = await fetch(`${url}/api/auth/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: url },
        body: JSON.stringify(body),
      })
      if (answer.ok) return answer
      throw new Error(`${email} of the demo was refused at ${path}: ${await answer.text()}`)
    }
    await post('sign-up/email', { name, email, password })
    const opened = await fetch(await stage.confirmationLink(email), { redirect: 'manual' })
    // A link that was opened before signs nobody in again.
    const signedIn = opened.headers.getSetCookie().length > 0 ? opened : await post('sign-in/email', { email, password })
    const cookie = signedIn.headers
      .getSetCookie()
      .map((each) => each.split(';', 1)[0])
      .join('; ')
    return new DemoPerson(url, { cookie })
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
