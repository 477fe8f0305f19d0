/** Somebody of the demo, who uses the server over HTTP like anybody else. */
export class DemoPerson {
  readonly #url: string
  readonly #headers: Readonly<Record<string, string>>

  constructor(url: string, headers: Readonly<Record<string, string>>) {
    this.#url = url
    this.#headers = headers
  }

  /** Signs up, or in where the account is there already. */
  static async enter(url: string, { name, email, password }: { name: string; email: string; password: string }): Promise<DemoPerson> {
    const post = (path: string, body: object) =>
      fetch(`${url}/api/auth/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: url },
        body: JSON.stringify(body),
      })
    const signedUp = await post('sign-up/email', { name, email, password })
    const answer = signedUp.ok ? signedUp : await post('sign-in/email', { email, password })
    if (!answer.ok) throw new Error(`${email} could neither sign up nor in: ${await answer.text()}`)
    const cookie = answer.headers
      .getSetCookie()
      .map((each) => each.split(';', 1)[0])
      .join('; ')
    return new DemoPerson(url, { cookie })
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
