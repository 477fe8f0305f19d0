export interface GraphqlProblem {
  message: string
  path?: (string | number)[]
  extensions: { code: string; requestId?: string; fields?: { path: string; message: string }[] } & Record<string, unknown>
}

export interface GraphqlAnswer<Data> {
  data: Data | null
  errors?: GraphqlProblem[]
}

/** Somebody who talks to the API over HTTP, with the credentials that they hold. */
export class Person {
  readonly #url: string
  readonly #headers: Readonly<Record<string, string>>

  constructor(url: string, headers: Readonly<Record<string, string>>) {
    this.#url = url
    this.#headers = headers
  }

  static async signUp(origin: string, url: string, name: string, email: string): Promise<Person> {
    const answer = await fetch(`${url}/api/auth/sign-up/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin },
      body: JSON.stringify({ name, email, password: 'correct horse battery' }),
    })
    if (answer.status !== 200) throw new Error(`Signing up was answered ${answer.status}: ${await answer.text()}`)
    const cookie = answer.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ')
    return new Person(url, { cookie })
  }

  /** The same person in a given organization. */
  actingIn(organizationId: string): Person {
    return new Person(this.#url, { ...this.#headers, 'x-organization-id': organizationId })
  }

  get organizationId(): string {
    return this.#headers['x-organization-id'] ?? ''
  }

  /** Sends a request, and answers it as it came. */
  async send<Data>(query: string, variables: object = {}): Promise<GraphqlAnswer<Data>> {
    const answer = await fetch(`${this.#url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...this.#headers },
      body: JSON.stringify({ query, variables }),
    })
    return (await answer.json()) as GraphqlAnswer<Data>
  }

  /** Asks for something that must succeed. */
  async ask<Data>(query: string, variables: object = {}): Promise<Data> {
    const { data, errors } = await this.send<Data>(query, variables)
    if (errors || !data) throw new Error(`Refused: ${JSON.stringify(errors)}`)
    return data
  }

  /** Asks for something that must be refused, and answers why. */
  async refused(query: string, variables: object = {}): Promise<GraphqlProblem> {
    const { errors } = await this.send(query, variables)
    const [problem] = errors ?? []
    if (!problem) throw new Error('It was not refused')
    return problem
  }
}
