import { getNamedType, isInputObjectType } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildSchema } from '../../src/app/graphql/build-schema.ts'
import { type RunningApp, startApp } from '../running-app.ts'
import { cookieOf } from './credentials.ts'
import { outcomeOf } from './answers.ts'
import { documentOf, rootFieldsOf } from './operation.ts'
import { rootFields } from './root-field-table.ts'
import { tenantNamed } from './tenant-rows.ts'

const schema = buildSchema()
const inputs = Object.values(schema.getTypeMap()).filter(isInputObjectType)
const mutations = [...rootFieldsOf(schema)].filter(([, { kind }]) => kind === 'mutation').map(([name]) => name)

/** What a row has and its writer does not decide: whose it is, what it is worth, who made it and when. */
const decidedByUs = [
  'organizationId',
  'organization_id',
  'userId',
  'tenantId',
  'role',
  'owner',
  'ownerId',
  'plan',
  'trialEndsAt',
  'extraSeats',
  'state',
  'deleteAfter',
  'isOperator',
  'permissions',
  'createdBy',
  'createdAt',
  'updatedAt',
  'keyHash',
  'tokenHash',
  'lastFour',
  'revokedAt',
  'lastUsedAt',
  'repIds',
  'locked',
  'method',
  'attributionMethod',
  'submittedBy',
  'version',
  'origin',
  'requestId',
  'actor',
  '__proto__',
  'constructor',
]
/** Where the caller does decide it, since the mutation is there for just that. Everything with `organizationId` but two is an operator’s. */
const meant: Readonly<Record<string, readonly string[]>> = {
  InviteMemberInput: ['role'],
  ChangeMemberRoleInput: ['role'],
  KeepOrganizationInput: ['organizationId'],
  SetOrganizationPlanInput: ['organizationId', 'plan', 'extraSeats'],
  ExtendTrialInput: ['organizationId'],
  SuspendOrganizationInput: ['organizationId'],
  ReopenOrganizationInput: ['organizationId'],
  DeleteOrganizationInput: ['organizationId'],
  RestoreOrganizationInput: ['organizationId'],
  ActForOrganizationInput: ['organizationId'],
  StopActingInput: ['organizationId'],
  DeleteUserInput: ['userId'],
  // How money came that no processor tells of.
  RecordPaymentInput: ['method'],
  UpdateRecordedPaymentInput: ['method'],
  ConfirmReportInput: ['method'],
}

let app: RunningApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

describe('inputs of mutations', () => {
  it('hold nothing that is ours to decide, but where that is what they are for', () => {
    const ofMutations = inputs.filter(({ name }) => name.endsWith('Input'))
    expect(ofMutations.length).toBeGreaterThan(15)
    for (const type of ofMutations) {
      const named = Object.keys(type.getFields()).filter((field) => decidedByUs.includes(field))
      expect([type.name, named]).toEqual([type.name, meant[type.name] ?? []])
    }
  })

  it.each(mutations)('%s takes no field that it does not know', async (name) => {
    const owner = app.anonymous
    const tenant = tenantNamed('nobody')
    const variables = rootFields[name]?.variables?.(tenant, 'mass') ?? { input: { token: 'invite_of_nobody' } }
    const { input } = variables as { input: Record<string, unknown> }
    const argument = rootFieldsOf(schema).get(name)?.field.args[0]
    const type = argument && getNamedType(argument.type)
    const known = isInputObjectType(type) ? Object.keys(type.getFields()) : []
    for (const field of decidedByUs.filter((each) => !known.includes(each))) {
      const answer = await owner.send<Record<string, unknown>>(documentOf(schema, name), {
        input: Object.fromEntries([...Object.entries(input), [field, 'x']]),
      })
      expect([field, outcomeOf(answer, name)]).toEqual([field, 'BAD_USER_INPUT'])
      expect(answer.data).toBeUndefined()
    }
  })
})

describe('signing up and changing one’s own name', () => {
  const extra = {
    id: '00000000-0000-7000-8000-000000000001',
    emailVerified: true,
    email_verified: true,
    twoFactorEnabled: true,
    role: 'super_admin',
    isOperator: true,
    createdAt: '2001-01-01T00:00:00Z',
    banned: false,
  }

  it('takes none of what an account has beside', async () => {
    const json = { 'content-type': 'application/json', origin: app.origin }
    const post = (path: string, body: object, headers: object = {}) =>
      fetch(app.url + path, { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body) })
    await post('/api/auth/sign-up/email', { name: 'Mallory', email: 'mallory@evil.example', password: 'correct horse battery', ...extra })
    const [made] = await app.data.owner`select * from auth.users where email = 'mallory@evil.example'`
    if (made) {
      expect(made).toMatchObject({ email_verified: false, two_factor_enabled: false })
      expect(made.id).not.toBe(extra.id)
    }
    await app.organize('Northlight')
    const cookie = await cookieOf(app, 'owner1@northlight.example')
    const before = await app.data.owner`select * from auth.users where email = 'owner1@northlight.example'`
    await post('/api/auth/update-user', { name: 'Olive', ...extra, email: 'other@evil.example' }, { cookie })
    await post('/api/auth/update-user', { ...extra }, { cookie })
    const after = await app.data.owner`select * from auth.users where id = ${before[0]?.id as string}`
    const { name: _name, updated_at: _at, ...rest } = before[0] ?? {}
    expect(after[0]).toMatchObject(rest)
    expect(await app.data.owner`select 1 from user_roles`).toHaveLength(0)
  })
})
