import { serverAudits } from 'graphql-http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningApp, startApp } from './running-app.ts'

let app: RunningApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

describe('GraphQL over HTTP', () => {
  for (const audit of serverAudits({ url: () => `${app.url}/graphql` })) {
    it(audit.name, async () => {
      const { status } = await audit.fn()
      expect(status).not.toBe('error')
    })
  }
})
