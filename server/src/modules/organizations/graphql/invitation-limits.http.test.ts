import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { GraphqlAnswer, Person } from '../../../../test/person.ts'
import { type RunningApp, startApp } from '../../../../test/running-app.ts'

let app: RunningApp
/** Another process at the same database. */
let other: RunningApp
beforeAll(async () => {
  app = await startApp({ limited: true })
  other = await startApp({ limited: true, data: app.data })
})
afterAll(async () => {
  await other.close()
  await app.close()
})

interface Invited {
  inviteMember: { invitation: { id: string } }
}
const inviting = `mutation ($email: String!) { inviteMember(input: { email: $email, role: ADMIN }) { invitation { id } } }`
const resending = `mutation ($id: ID!) { resendInvitation(input: { id: $id }) { invitation { id } } }`
const founding = `mutation ($name: String!) { createOrganization(input: { name: $name, timeZone: "UTC", currency: "USD" }) { organization { id } } }`

let people = 0
const newAddress = (word: string): string => `${word}${(people += 1)}@people.example`
const invite = (by: Person, email = newAddress('invited')) => by.send<Invited>(inviting, { email })

/** Somebody who has just signed up, in an organization of their own on trial. */
const onTrial = async (name = 'Northlight'): Promise<Person> => {
  const person = await app.signUp('Olive Owner', newAddress('owner'))
  const { createOrganization } = await person.ask<{ createOrganization: { organization: { id: string } } }>(founding, { name })
  return person.actingIn(createOrganization.organization.id)
}
const codesOf = (answers: readonly GraphqlAnswer<unknown>[]): string[] =>
  answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'sent')
const times = async <Answer>(count: number, act: () => Promise<Answer>): Promise<Answer[]> => {
  const answers: Answer[] = []
  for (let time = 0; time < count; time += 1) answers.push(await act())
  return answers
}
const sent = (count: number): string[] => Array.from({ length: count }, () => 'sent')
const mailsWaiting = async (): Promise<number> => {
  const [row] = await app.data.owner<{ n: number }[]>`
    select count(*)::int as n from graphile_worker.jobs where task_identifier = 'mail.send'`
  return row?.n ?? 0
}
const hourIsOver = () => app.data.owner`update intake.rate_limits set window_ends_at = now() where key like 'invitation:%'`

describe('invitations that are mailed', () => {
  it('are ten an hour for an organization on trial, from whichever process, and no mail goes out for more', async () => {
    const owner = await onTrial()
    const there = owner.at(other.url)
    const before = await mailsWaiting()
    const answers = await Promise.all(Array.from({ length: 14 }, (_, number) => invite(number % 2 === 0 ? owner : there)))
    expect(codesOf(answers).sort()).toEqual([...Array.from({ length: 4 }, () => 'RATE_LIMITED'), ...sent(10)])
    expect(await mailsWaiting()).toBe(before + 10)
    const [over] = answers.flatMap(({ errors }) => errors ?? [])
    expect(over?.message).toMatch(/^At most 10 invitations an hour are sent for an organization on trial\. Try again in \d+ minutes\.$/)
    expect(over?.extensions.retryAfter).toBeGreaterThan(3_000)
    const [kept] = await app.data.owner`select count(*)::int as n from invitations where organization_id = ${owner.organizationId}`
    expect(kept).toEqual({ n: 10 })
    expect(codesOf([await invite(await onTrial())])).toEqual(['sent'])
  })

  it('are fifty an hour for one that pays', async () => {
    const owner = await onTrial()
    await app.data.owner`update organizations set plan = 'starter', trial_ends_at = null where id = ${owner.organizationId}`
    expect(codesOf(await times(51, () => invite(owner)))).toEqual([...sent(50), 'RATE_LIMITED'])
  })

  it('are five an hour to one address, whoever sends them and however it is tagged', async () => {
    const owners = [await onTrial(), await onTrial()]
    const name = newAddress('victim')
    const addresses = [name, name.toUpperCase(), name.replace('@', '+a@'), name.replace('@', '+b@'), name, name]
    const answers: GraphqlAnswer<Invited>[] = []
    for (const [number, email] of addresses.entries()) {
      const owner = owners[number % 2]
      if (owner) answers.push(await invite(owner, email))
    }
    expect(codesOf(answers)).toEqual([...sent(5), 'RATE_LIMITED'])
    expect(answers.at(-1)?.errors?.[0]?.message).toMatch(
      /^At most 5 invitations an hour are sent to one address\. Try again in \d+ minutes\.$/,
    )
    const [counted] = await app.data.owner`select count(*)::int as n from intake.rate_limits where key ilike '%victim%'`
    expect(counted).toEqual({ n: 0 })
  })

  it('are sent again once a minute, which counts as any other', async () => {
    const owner = await onTrial()
    const { data } = await invite(owner)
    const id = data?.inviteMember.invitation.id
    const resend = () => owner.send(resending, { id })
    expect(codesOf(await times(2, resend))).toEqual(['sent', 'RATE_LIMITED'])
    const minute = () => app.data.owner`update intake.rate_limits set window_ends_at = now() where key = ${`invitation:again:${id ?? ''}`}`
    for (let time = 0; time < 3; time += 1) {
      await minute()
      expect(codesOf([await resend()])).toEqual(['sent'])
    }
    await minute()
    expect((await owner.refused(resending, { id })).message).toContain('to one address')
  })

  it('are a hundred that are open, also where several ask at once; who accepts, and what is taken back, makes room', async () => {
    const owner = await onTrial()
    const { organizationId } = owner
    const [first] = await app.data.owner<{ id: string }[]>`
      insert into invitations (organization_id, id, email, role, token_hash, invited_by, expires_at)
      select ${organizationId}, gen_random_uuid(), 'p' || n || '@open.example', 'admin', 'hash ' || n, 'Olive', now() + interval '1 day'
      from generate_series(1, 99) n returning id`
    const [expired] = await app.data.owner<{ id: string }[]>`
      insert into invitations (organization_id, id, email, role, token_hash, invited_by, expires_at)
      values (${organizationId}, gen_random_uuid(), 'late@open.example', 'admin', 'hash of the late', 'Olive', now()) returning id`
    const answers = await Promise.all(Array.from({ length: 5 }, () => invite(owner)))
    expect(codesOf(answers).sort()).toEqual([...Array.from({ length: 4 }, () => 'CONFLICT'), 'sent'])
    expect(answers.flatMap(({ errors }) => errors ?? [])[0]?.message).toContain('100 invitations are open')
    // One that is open already is not one more; one that has expired would be.
    expect(codesOf([await owner.send(resending, { id: first?.id })])).toEqual(['sent'])
    expect((await owner.refused(resending, { id: expired?.id })).extensions.code).toBe('CONFLICT')
    await owner.ask(`mutation ($id: ID!) { revokeInvitation(input: { id: $id }) { invitation { id } } }`, { id: first?.id })
    expect(codesOf(await times(2, () => invite(owner)))).toEqual(['sent', 'CONFLICT'])
  })

  it('count anew after an hour', async () => {
    const owner = await onTrial()
    expect(codesOf(await times(11, () => invite(owner)))).toEqual([...sent(10), 'RATE_LIMITED'])
    await hourIsOver()
    expect(codesOf([await invite(owner)])).toEqual(['sent'])
  })
})

it('five organizations a day are one person’s to make, also where they ask for many at once', async () => {
  const person = await app.signUp('Mallory', newAddress('mallory'))
  const there = person.at(other.url)
  const answers = await Promise.all(
    Array.from({ length: 9 }, (_, number) => (number % 2 === 0 ? person : there).send(founding, { name: `Trial ${number}` })),
  )
  expect(codesOf(answers).sort()).toEqual([...Array.from({ length: 4 }, () => 'RATE_LIMITED'), ...sent(5)])
  const [over] = answers.flatMap(({ errors }) => errors ?? [])
  expect(over?.message).toBe('You may make 5 organizations within a day. Try again in 24 hours.')
  const { viewer } = await person.ask<{ viewer: { organizations: unknown[] } }>('{ viewer { organizations { id } } }')
  expect(viewer.organizations).toHaveLength(5)
})
