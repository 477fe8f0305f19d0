import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningApp, startApp } from '../../../test/running-app.ts'
import { Visitor } from '../../../test/visitor.ts'
import { appointOperator } from './demo-operator.ts'

let app: RunningApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const password = 'a password that everybody knows'
const appoint = (production: boolean) =>
  appointOperator({
    stage: { url: app.origin, confirmationLink: app.confirmationLink },
    ownerUrl: app.data.url('owner'),
    password,
    production,
  })
const operators = () => app.data.owner`select u.email from user_roles r join auth.users u on u.id = r.user_id`
const planOf = async (organizationId: string) =>
  (await app.data.owner`select plan from organizations where id = ${organizationId}`)[0]?.plan as string

describe('the demo’s operator', () => {
  it('agrees on a plan, stays to be signed in as, and leaves no session behind', async () => {
    const operator = await appoint(false)
    const { organizationId } = await app.organize('Demo')
    await app.data.owner`update organizations set plan = 'trial', trial_ends_at = now() where id = ${organizationId}`
    await operator.agree(organizationId)
    expect(await planOf(organizationId)).toBe('enterprise')
    await operator.leave()
    expect(
      await app.data.owner`select 1 from auth.sessions s join auth.users u on u.id = s.user_id where u.email = 'ops@clinch.example'`,
    ).toHaveLength(0)
    expect(operator.login).toEqual({ email: 'ops@clinch.example', password })
    const visitor = new Visitor(app)
    await visitor.post('sign-in/email', { ...operator.login })
    expect(await visitor.person.ask('{ viewer { permissions } }')).toEqual({ viewer: { permissions: ['OPERATE_PLATFORM'] } })
  })

  it('is nobody in production, once the demo is set up, and never has a password that is known', async () => {
    const operator = await appoint(true)
    expect(operator.login).toBeNull()
    expect((await new Visitor(app).post('sign-in/email', { email: 'ops@clinch.example', password })).status).toBe(401)
    const { organizationId } = await app.organize('Production')
    await app.data.owner`update organizations set plan = 'trial', trial_ends_at = now() where id = ${organizationId}`
    await operator.agree(organizationId)
    expect(await planOf(organizationId)).toBe('enterprise')
    await operator.leave()
    expect(await operators()).toEqual([])
    expect(await app.data.owner`select 1 from auth.users where email = 'ops@clinch.example'`).toHaveLength(0)
  })
})
