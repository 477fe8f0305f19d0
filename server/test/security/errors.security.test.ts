import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Listening } from '../listening.ts'
import type { Person } from '../person.ts'
import { type RunningApp, startApp } from '../running-app.ts'

let app: RunningApp
let owner: Person
beforeAll(async () => {
  app = await startApp()
  owner = await app.organize()
})
afterAll(() => app.close())

const secret = 'sk_live_4eC39HqLyjWDarjtT1'
const create = 'mutation ($input: CreateConnectionInput!) { createConnection(input: $input) { connection { id } } }'
const rotate = 'mutation ($input: RotateConnectionSecretInput!) { rotateConnectionSecret(input: $input) { connection { id } } }'
const accept = 'mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { organizationId } }'
const written = (fields: string) => `mutation { createConnection(input: ${fields}) { connection { id } } }`

describe('what was sent stands in no error, since it may be a secret', () => {
  it.each<[string, string, object]>([
    ['beside a field that there is none of', create, { input: { provider: 'STRIPE', name: 'Main', apiKey: secret, key: 'typo' } }],
    ['where a field is missing', create, { input: { provider: 'STRIPE', apiKey: secret } }],
    ['where it is no text', create, { input: { provider: 'STRIPE', name: 'Main', apiKey: { secret } } }],
    ['where another field is wrong', create, { input: { provider: secret, name: 'Main' } }],
    ['where a secret is replaced', rotate, { input: { field: 'API_KEY', secret } }],
    ['where an invitation is accepted', accept, { input: { token: secret, to: 'x' } }],
    ['in place of the input', accept, { input: secret }],
    ['written into the document', written(`{ provider: STRIPE, name: "Main", apiKey: ["${secret}"] }`), {}],
    ['written without quotes', written(`{ provider: STRIPE, name: "Main", apiKey: ${secret} }`), {}],
    ['written as another kind of value', written(`[{ apiKey: "${secret}" }, 1]`), {}],
    ['written where nothing can be read', written(`{ apiKey "${secret}" }`), {}],
  ])('%s', async (_where, query, variables) => {
    const problem = await owner.refused(query, variables)
    expect(problem.extensions.code).toBe('BAD_USER_INPUT')
    expect(JSON.stringify(problem)).not.toContain(secret)
  })

  it('and what is wrong is still said, at its place', async () => {
    const { message } = await owner.refused(create, { input: { provider: 'STRIPE', name: 'Main', apiKey: secret, nam: 1 } })
    expect(message).toBe('Variable "$input" is invalid: Field "nam" is not defined by type "CreateConnectionInput". Did you mean "name"?')
    const { message: nested } = await owner.refused(create, { input: { provider: 'STRIPE', name: [secret] } })
    expect(nested).toBe('Variable "$input" is invalid at "input.name": String cannot represent a non string value.')
  })

  it.each([
    ['a variable', 'subscription ($id: ID!) { jobProgress(id: $id) { id } }', { id: { secret } }],
    ['a document', `subscription { jobProgress(id: ["${secret}"]) { id } }`, {}],
    ['a text that nobody can read', `subscription { jobProgress(id "${secret}") { id } }`, {}],
  ])('by a socket neither: %s', async (_what, document, variables) => {
    const listening = await Listening.open(app.url, owner.credentials)
    if (typeof listening === 'number') throw new Error(`The socket was refused: ${listening}`)
    await listening.enter()
    listening.ask(document, variables)
    expect(await listening.refusal()).toBe('BAD_USER_INPUT')
    expect(JSON.stringify(listening.problems)).not.toContain(secret)
    listening.end()
  })
})
