import type { RunningServer } from '../src/main/start-server.ts'
import { tokenIn } from './token-in.ts'

export interface GraphqlProblem {
  message: string
  path?: (string | number)[]
  extensions: { code: string; requestId?: string; fields?: { path: string; message: string }[] } & Record<string, unknown>
}

export interface GraphqlAnswer<Data> {
  data: Data | null
  errors?: GraphqlProblem[]
}

/** What of a server signing up in a test needs. */
export type SignUpServer = Pick<RunningServer, 'url' | 'confirmationLink'>

/** With which everybody of the tests signs up. */
export const passwordOfAll = 'correct horse battery'

/** The cookies that an answer sets, as a browser sends them back; without those that it takes away. */
export const cookiesOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0] ?? '')
    .filter((pair) => !pair.endsWith('='))
    .join('; ')

/** Somebody who talks to the API over HTTP, with the credentials that they hold. */
export class Person {
  readonly #url: string
  readonly #headers: Readonly<Record<string, string>>

  constructor(url: string, headers: Readonly<Record<string, string>>) {
    this.#url = url
    this.#headers = headers
  }

  /** Signs up, and in by the link that confirms the address. `server.url` is the address as browsers know it. */
  static async signUp(server: SignUpServer, url: string, name: string, email: string): Promise<Person> {
    const post = async (path: string, body: object, headers: object = {}): Promise<Response> => {
      const answer = await fetch(`${url}/api/auth/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: server.url, ...headers },
        body: JSON.stringify(body),
      })
      if (answer.status === 200) return answer
      throw new Error(`${path} was answered ${answer.status}: ${await answer.text()}`)
    }
    const signedUp = await post('sign-up/email', { name, email, password: passwordOfAll })
    const token = tokenIn(await server.confirmationLink(email))
    const cookie = cookiesOf(await post('confirm-sign-up', { token }, { cookie: cookiesOf(signedUp) }))
    return new Person(url, { cookie })
  }

  /** The same person in a given organization. */
  actingIn(organizationId: string): Person {
    return new Person(this.#url, { ...this.#headers, 'x-organization-id': organizationId })
  }

  /** The same person, sending more headers; a cookie joins those that they hold. */
  with({ cookie, ...headers }: Record<string, string>): Person {
    const cookies = [this.#headers.cookie, cookie].filter((each) => each !== undefined).join('; ')
    return new Person(this.#url, { ...this.#headers, ...headers, ...(cookies === '' ? {} : { cookie: cookies }) })
  }

  /** The same person, at another server of the same database. */
  at(url: string): Person {
    return new Person(url, this.#headers)
  }

  /** What they send along with everything. */
  get credentials(): Readonly<Record<string, string>> {
    return this.#headers
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
