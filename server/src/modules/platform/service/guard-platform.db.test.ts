import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { type Outcome, RawRole } from '../../../../test/security/attempt.ts'
import { makeOrganization } from '../../../../test/intake.ts'

let data: TestDatabase
let app: RawRole
const operator = uuidv7()

beforeAll(async () => {
  data = await freshDatabase()
  app = new RawRole(data.url('app_user'))
  await data.owner`insert into user_roles (user_id, role) values (${operator}, 'super_admin')`
})
afterAll(async () => {
  await app.end()
  await data.close()
})

const asOperator = (text: string): Promise<Outcome> => app.attempt({ user_id: operator }, text)
const actsOf = async (organization: string): Promise<string[]> =>
  (await data.owner<{ act: string }[]>`select act from operator_acts where concerned_organization_id = ${organization} order by id`).map(
    ({ act }) => act,
  )

const someone = '0197a000-0000-7000-8000-0000000000aa'
/** Each function, called in a way that would do something for an operator. */
const callsOn = (organization: string): Record<string, string> => ({
  find_organizations: `select * from platform.find_organizations(null, null, null, null, 10)`,
  organizations: `select * from platform.organizations('{${organization}}', 10)`,
  find_users: `select * from platform.find_users(null, null, 10)`,
  users: `select * from platform.users('{${someone}}')`,
  acts: `select * from platform.acts(null, null, 10)`,
  set_plan: `select platform.set_plan('${organization}', 'enterprise', 3, 'asked')`,
  extend_trial: `select platform.extend_trial('${organization}', now() + interval '20 days', 'asked')`,
  change_state: `select platform.change_state('${organization}', 'suspend', 'asked')`,
  act_for: `select platform.act_for('${organization}', 60, 'asked')`,
  stop_acting: `select platform.stop_acting('${organization}')`,
  create_organization: `select platform.create_organization('${uuidv7()}', 'New', 'UTC', 'USD', 'a@b.example', 'asked')`,
  delete_user: `select platform.delete_user('${someone}', 'asked')`,
})

describe('the functions of the platform', () => {
  it('are all in this test', async () => {
    const functions = await data.owner<{ name: string }[]>`
      select proname as name from pg_proc where pronamespace = 'platform'::regnamespace and prosecdef and proowner = 'clinch_guard'::regrole`
    const known = Object.keys(callsOn(someone))
    // What others hang on the console asks the same first question, and is called where it is tested.
    expect(functions.map(({ name }) => name)).toEqual(expect.arrayContaining(known))
  })

  it.each(Object.keys(callsOn(someone)))(
    '%s refuses whoever is no operator, whatever else they are told to be, and changes nothing',
    async (name) => {
      const organization = await makeOrganization(data)
      const text = callsOn(organization)[name] ?? ''
      const strangers = [
        {},
        { user_id: '' },
        { user_id: uuidv7() },
        { organization_id: organization, scope: 'organization' },
        { organization_id: organization, scope: 'organization', user_id: uuidv7() },
      ]
      for (const settings of strangers) expect(await app.attempt(settings, text)).toBe('42501')
      const [row] = await data.owner`select plan, extra_seats, state from organizations where id = ${organization}`
      expect(row).toEqual({ plan: 'trial', extra_seats: 0, state: 'active' })
      expect(await actsOf(organization)).toEqual([])
    },
  )

  it.each(Object.keys(callsOn(someone)))('%s answers an operator', async (name) => {
    const organization = await makeOrganization(data)
    expect(await asOperator(callsOn(organization)[name] ?? '')).not.toBe('42501')
  })

  it('write down no act without a reason, and then do nothing', async () => {
    const organization = await makeOrganization(data)
    for (const text of [
      `select platform.set_plan('${organization}', 'enterprise', 0, ' ')`,
      `select platform.change_state('${organization}', 'suspend', '')`,
      `select platform.act_for('${organization}', 60, '')`,
    ])
      expect([text, await asOperator(text)]).toEqual([text, '23514'])
    const [row] =
      await data.owner`select plan, state, (select count(*)::int from operator_sessions) as sessions from organizations where id = ${organization}`
    expect(row).toMatchObject({ plan: 'trial', state: 'active' })
  })

  it('let an operator act for an hour at most', async () => {
    const organization = await makeOrganization(data)
    expect(await asOperator(`select platform.act_for('${organization}', 61, 'asked')`)).toBe('23514')
    expect(await asOperator(`select platform.act_for('${organization}', 60, 'asked')`)).toBe(1)
  })

  it('answer of a user who they are and where they belong, and can read no password and no second factor', async () => {
    const [users] = await data.owner<{ columns: string[] }[]>`
      select proargnames as columns from pg_proc where oid = 'platform.users(uuid[])'::regprocedure`
    expect(users?.columns).toEqual(['wanted', 'id', 'name', 'email', 'email_verified', 'created_at', 'is_operator', 'memberships'])
    const [may] = await data.owner`
      select has_column_privilege('clinch_guard', 'auth.accounts', 'password', 'select') as passwords,
        has_column_privilege('clinch_guard', 'auth.two_factors', 'secret', 'select') as secrets`
    expect(may).toEqual({ passwords: false, secrets: false })
  })
})

describe('the acts of operators', () => {
  it('are read by the operator who did them, through the app, and changed by nobody', async () => {
    const organization = await makeOrganization(data)
    await asOperator(`select platform.change_state('${organization}', 'suspend', 'unpaid')`)
    expect(await asOperator(`select 1 from operator_acts where concerned_organization_id = '${organization}'`)).toBe(1)
    expect(await app.attempt({ user_id: uuidv7() }, `select 1 from operator_acts`)).toBe(0)
    for (const text of [`delete from operator_acts`, `update operator_acts set reason = ''`, `insert into operator_acts default values`])
      expect([text, await asOperator(text)]).toEqual([text, '42501'])
    await expect(data.owner`delete from operator_acts`).rejects.toThrow(/keeps its rows/)
  })
})
