import { gql } from '@apollo/client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startAnswering, type AnsweringServer } from '../test/answering-server.ts'
import { createClient } from './client.ts'
import { readError } from './read-error.ts'

const viewer = gql`
  query Viewer {
    viewer {
      id
    }
  }
`
const removal = gql`
  mutation Remove {
    removeGoal(input: { id: "1" }) {
      goalId
    }
  }
`

let server: AnsweringServer
let asked: number
/** How often the server is too busy before it answers. */
let busyTimes: number
let provider: string

beforeEach(async () => {
  asked = 0
  busyTimes = 0
  provider = 'database'
  server = await startAnswering(() => {
    asked += 1
    const extensions = { code: 'PROVIDER_UNAVAILABLE', provider, retryAfter: 0.01 }
    const busy = { data: null, errors: [{ message: 'Busy.', extensions }] }
    return Promise.resolve({ status: 200, body: asked <= busyTimes ? busy : { data: { viewer: null } } })
  })
})
afterEach(() => server.stop())

const open = () => createClient({ uri: server.uri, organizationId: () => null, onUnauthenticated: () => undefined })
const codeOf = (asking: Promise<unknown>) =>
  asking.then(
    () => null,
    (error: unknown) => readError(error).code,
  )

describe('a page whose server is too busy', () => {
  it('asks again by itself, and shows what it is told then', async () => {
    busyTimes = 2
    expect((await open().query({ query: viewer })).data).toEqual({ viewer: null })
    expect(asked).toBe(3)
  })

  it('says so once it was refused three times', async () => {
    busyTimes = 9
    expect(await codeOf(open().query({ query: viewer }))).toBe('PROVIDER_UNAVAILABLE')
    expect(asked).toBe(3)
  })

  it('leaves it to people to press again what writes', async () => {
    busyTimes = 1
    expect(await codeOf(open().mutate({ mutation: removal }))).toBe('PROVIDER_UNAVAILABLE')
    expect(asked).toBe(1)
  })

  it('does not press others who are out of reach', async () => {
    busyTimes = 1
    provider = 'stripe'
    expect(await codeOf(open().query({ query: viewer }))).toBe('PROVIDER_UNAVAILABLE')
    expect(asked).toBe(1)
  })
})
