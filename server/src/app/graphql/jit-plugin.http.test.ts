import { parse } from 'graphql'
import { compileQuery, isCompiledQuery } from 'graphql-jit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '../../../test/person.ts'
import { type RunningApp, startApp } from '../../../test/running-app.ts'
import { buildSchema } from './build-schema.ts'
import { protectSchema } from './permissions.ts'

let app: RunningApp
let owner: Person
beforeAll(async () => {
  app = await startApp()
  owner = await app.organize()
})
afterAll(() => app.close())

const page = `query Page($first: Int!, $filter: EventFilter) {
  events(first: $first, filter: $filter) {
    totalCount
    edges { cursor node { ...Call } }
    nodes { ...Call }
  }
  paymentTotals { net { amount currency } }
}
fragment Call on Event { id scheduledAt status outcome overdue payments { paidAt amount { amount currency } } postCallForm { notes } }`

describe('an operation', () => {
  it('compiles with scalars, enums and fragments of ours', () => {
    const query = compileQuery(protectSchema(buildSchema()), parse(page), 'Page', { disablingCapturingStackErrors: true })
    expect(isCompiledQuery(query)).toBe(true)
  })

  it('is answered the same each time, compiled anew or not', async () => {
    const first = await owner.ask(page, { first: 5 })
    expect(await owner.ask(page, { first: 5 })).toEqual(first)
    expect(first).toEqual({ events: { totalCount: 0, edges: [], nodes: [] }, paymentTotals: [] })
  })

  it('whose variables are no good is the caller’s mistake, and says where', async () => {
    const notANumber = await owner.refused(page, { first: 'many' })
    expect(notANumber.extensions.code).toBe('BAD_USER_INPUT')
    expect(notANumber.message).toContain('$first')
    const noSuchStatus = await owner.refused(page, { first: 5, filter: { statuses: ['LATE'] } })
    expect(noSuchStatus.extensions.code).toBe('BAD_USER_INPUT')
    expect(noSuchStatus.message).toContain('filter.statuses[0]')
    const noDay = await owner.refused(page, { first: 5, filter: { scheduled: { from: 'today', to: '2026-11-20' } } })
    expect(noDay.extensions.code).toBe('BAD_USER_INPUT')
    expect(noDay.extensions.requestId).toBeTruthy()
  })

  it('with a variable that is missing is refused before anything of it runs', async () => {
    const { errors, data } = await owner.send(page)
    expect(data ?? null).toBeNull()
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
  })
})
