import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '../../../../test/person.ts'
import { type RunningApp, startApp } from '../../../../test/running-app.ts'
import { enterAs, type Visitor } from '../../../../test/visitor.ts'

let app: RunningApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const password = 'a long enough password'
const idle = 'Nobody used this session for as long as your organization allows. Sign in again.'
const setIdle = (owner: Person, hours: number | null) =>
  owner.ask('mutation ($hours: Int) { updateOrganization(input: { sessionIdleHours: $hours }) { organization { sessionIdleHours } } }', {
    hours,
  })

/** An owner in a browser of their own, whose organization ends sessions after so many idle hours. */
async function ownerOf(name: string, hours: number): Promise<{ visitor: Visitor; organizationId: string; person: Person }> {
  const visitor = await enterAs(app, name, `${name}@idle.example`, password)
  const organizationId = await organize(visitor)
  const person = visitor.person.actingIn(organizationId)
  await setIdle(person, hours)
  return { visitor, organizationId, person }
}

async function organize({ person }: Visitor): Promise<string> {
  const { createOrganization } = await person.ask<{ createOrganization: { organization: { id: string } } }>(
    `mutation { createOrganization(input: { name: "Idle", timeZone: "UTC", currency: "USD" }) { organization { id } } }`,
  )
  return createOrganization.organization.id
}

/** As if nobody had used their sessions for so many minutes. Whoever is remembered is forgotten: by then they would be. */
async function unusedFor(minutes: number, email: string): Promise<void> {
  await app.data.owner`
    update auth.sessions s set updated_at = now() - ${minutes} * interval '1 minute', user_id = s.user_id from auth.users u
    where u.id = s.user_id and u.email = ${email}`
}

/** The same browser as the server meets it for the first time: with a cookie more, that means nothing. */
let cookies = 0
const anew = ({ person }: Visitor): Person => person.with({ cookie: `anew=${(cookies += 1)}` })
const nameOf = async (person: Person): Promise<string | null> =>
  (await person.ask<{ viewer: { name: string } | null }>('{ viewer { name } }')).viewer?.name ?? null

describe('a session of somebody whose organization ends unused ones', () => {
  it('goes on while it is used, and is over after that time without use, which it is told', async () => {
    const { visitor } = await ownerOf('nora', 8)
    await unusedFor(8 * 60 - 1, 'nora@idle.example')
    expect(await nameOf(anew(visitor))).toBe('nora')
    // Being used has begun the time anew.
    expect(await nameOf(anew(visitor))).toBe('nora')
    await unusedFor(8 * 60, 'nora@idle.example')
    const back = anew(visitor)
    expect([await nameOf(back), await back.ask('{ whySignedOut }')]).toEqual([null, { whySignedOut: idle }])
    expect(
      await app.data.owner`select from auth.sessions s join auth.users u on u.id = s.user_id where u.email = 'nora@idle.example'`,
    ).toEqual([])
  })

  it('is over for every one of many requests that come at once', async () => {
    const { visitor } = await ownerOf('many', 1)
    await unusedFor(61, 'many@idle.example')
    expect(new Set(await Promise.all(Array.from({ length: 20 }, () => nameOf(anew(visitor)))))).toEqual(new Set([null]))
  })

  it('ends by the shortest time that one of their organizations asks for, whichever they turn to', async () => {
    const { visitor } = await ownerOf('several', 2)
    const other = await organize(visitor)
    await setIdle(visitor.person.actingIn(other), 24)
    await unusedFor(121, 'several@idle.example')
    expect(await nameOf(anew(visitor).actingIn(other))).toBeNull()
  })

  it('does nothing at the forms of the account either, though its cookie is there', async () => {
    const { visitor } = await ownerOf('forms', 1)
    await unusedFor(61, 'forms@idle.example')
    expect(await visitor.post('update-user', { name: 'Somebody else' })).toMatchObject({ status: 401, body: { code: 'SESSION_ENDED' } })
    expect(await app.data.owner`select name from auth.users where email = 'forms@idle.example'`).toEqual([{ name: 'forms' }])
  })

  it('is not kept open by a page that nobody sits before', async () => {
    const { visitor } = await ownerOf('polling', 1)
    await unusedFor(50, 'polling@idle.example')
    const seen = () => app.data.owner<{ minutes: number }[]>`
      select round(extract(epoch from now() - s.updated_at) / 60)::int as minutes from auth.sessions s join auth.users u on u.id = s.user_id
      where u.email = 'polling@idle.example'`
    await anew(visitor).with({ 'x-unattended': '1' }).ask('{ viewer { name } }')
    expect((await seen())[0]?.minutes).toBe(50)
    await anew(visitor).ask('{ viewer { name } }')
    expect((await seen())[0]?.minutes).toBe(0)
  })

  it('lasts its seven days where no organization says so, or does not any more', async () => {
    const { visitor, person } = await ownerOf('lasting', 1)
    await setIdle(person, 0)
    await unusedFor(6 * 24 * 60, 'lasting@idle.example')
    expect(await nameOf(anew(visitor))).toBe('lasting')
  })
})

describe('the idle time of an organization', () => {
  it('is 1 to 168 hours, stays when it is not said, and is for admins to set', async () => {
    const { person } = await ownerOf('settings', 12)
    for (const hours of [-1, 169]) {
      const { extensions } = await person.refused(
        'mutation ($hours: Int) { updateOrganization(input: { sessionIdleHours: $hours }) { organization { id } } }',
        { hours },
      )
      expect([extensions.code, extensions.fields?.[0]?.path]).toEqual(['BAD_USER_INPUT', 'sessionIdleHours'])
    }
    await setIdle(person, null)
    expect(await person.ask('{ organization { sessionIdleHours } }')).toEqual({ organization: { sessionIdleHours: 12 } })
    await setIdle(person, 0)
    expect(await person.ask('{ organization { sessionIdleHours } }')).toEqual({ organization: { sessionIdleHours: null } })
  })
})
