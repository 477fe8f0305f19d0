import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { calendlyTeam } from '../../test/calendly-team.ts'
import { type CalendlyEmulator, startCalendly } from '../../test/emulators/calendly.ts'
import { deliver, type TestConnection } from '../../test/intake.ts'
import { openIntake } from '../../test/open-intake.ts'
import { Registering } from '../../test/registering.ts'
import { calendlyBooking } from '../../test/webhook-bodies.ts'

const { test, intake } = await openIntake()
let calendly: CalendlyEmulator
let connection: TestConnection
let webhook: Registering

beforeEach(async () => {
  calendly = await startCalendly()
  connection = await calendlyTeam(test, calendly.token)
  webhook = new Registering(test, connection, calendly.url)
})
afterEach(() => calendly.close())

const address = () => `http://localhost:4000${connection.path}`
const keyOf = () => calendly.webhooks.all[0]?.signing_key ?? ''
const registered = async () => {
  await webhook.register()
  await webhook.settle()
}
/** What Calendly would send, signed with a key, is answered. */
const answered = async (secret: string) => (await deliver(intake, { ...connection, secret }, calendlyBooking('told-by-calendly'))).status
const runs = () => test.owner<{ from: string; to: string; state: string; by: string }[]>`
  select period_from::text as "from", period_to::text as "to", state, requested_by as by from runs where connection_id = ${connection.id}`

describe('registering', () => {
  it('makes a subscription of the whole organization, whose key lets its deliveries in', async () => {
    expect(await webhook.seen()).toMatchObject({ state: 'not_registered' })
    await webhook.register()
    expect(await webhook.seen()).toMatchObject({ state: 'registering' })
    await webhook.settle()
    expect(calendly.webhooks.all).toMatchObject([
      {
        callback_url: address(),
        scope: 'organization',
        events: ['invitee.created', 'invitee.canceled', 'invitee_no_show.created', 'invitee_no_show.deleted'],
      },
    ])
    expect(keyOf()).toMatch(/^[\w-]{43}$/)
    expect(await webhook.seen()).toMatchObject({ state: 'active', webhook: { scope: 'organization', problem: null, missedSince: null } })
    expect(await answered(keyOf())).toBe(200)
    expect(await runs()).toEqual([])
  })

  it('lets the secret before in for a day, and no longer', async () => {
    await registered()
    expect(await answered(connection.secret)).toBe(200)
    const [before] = await test.owner<{ hours: number }[]>`
      select round(extract(epoch from valid_until - now()) / 3600)::int as hours from connection_secrets
      where connection_id = ${connection.id} and field = 'webhook_secret' and valid_until is not null`
    expect(before?.hours).toBe(24)
  })

  it('asked for again, looks whether it is there, and leaves it', async () => {
    await registered()
    const [made] = calendly.webhooks.all
    await registered()
    expect(calendly.webhooks.all).toEqual([made])
    expect(calendly.calls.filter((path) => path === '/webhook_subscriptions')).toHaveLength(1)
  })

  it('with a new key makes it again, and asks for what happened between the two', async () => {
    await registered()
    const before = keyOf()
    await webhook.register(true)
    await webhook.settle()
    expect(calendly.webhooks.all).toHaveLength(1)
    expect(keyOf()).not.toBe(before)
    for (const key of [before, keyOf()]) expect(await answered(key)).toBe(200)
    expect(await runs()).toMatchObject([{ state: 'queued', by: 'Clinch' }])
  })

  it('is for the calls of the token’s owner alone where they are no admin, and says so', async () => {
    calendly.isAdmin = false
    await registered()
    expect(calendly.webhooks.all).toMatchObject([{ scope: 'user', callback_url: address() }])
    expect(await webhook.seen()).toMatchObject({ state: 'active', summary: expect.stringContaining('Olive Owner alone') as string })
  })

  it('of two who press at once makes one', async () => {
    await Promise.all([webhook.register(), webhook.register(), webhook.register()])
    await Promise.all([webhook.settle(), webhook.settle(), webhook.settle()])
    expect(calendly.webhooks.all).toHaveLength(1)
    expect(await webhook.settlesIn()).toBeGreaterThan(0)
    await webhook.settle()
    expect(calendly.webhooks.all).toHaveLength(1)
    expect(await webhook.seen()).toMatchObject({ state: 'active' })
    expect(await answered(keyOf())).toBe(200)
    const [secrets] = await test.owner<{ n: number }[]>`
      select count(*)::int as n from connection_secrets where connection_id = ${connection.id} and field = 'webhook_secret' and valid_until is null`
    expect(secrets?.n).toBe(1)
  })
})

describe('an address that is hooked already', () => {
  it('is freed and hooked with our key, and what happened between the two is asked for', async () => {
    calendly.webhooks.make('https://elsewhere.example/hook', 'not ours')
    calendly.webhooks.make(address(), 'made by hand')
    await registered()
    expect(calendly.webhooks.all.map(({ callback_url }) => callback_url)).toEqual(['https://elsewhere.example/hook', address()])
    expect(calendly.webhooks.all[1]?.signing_key).toMatch(/^[\w-]{43}$/)
    expect(await webhook.seen()).toMatchObject({ state: 'active' })
    expect(await runs()).toMatchObject([{ state: 'queued' }])
  })

  it('is said where the token may not free it', async () => {
    calendly.webhooks.make(address(), 'of an admin')
    calendly.isAdmin = false
    await registered()
    expect(await webhook.seen()).toMatchObject({ state: 'address_taken', summary: expect.stringContaining('Remove it there') as string })
    calendly.isAdmin = true
    await registered()
    expect(await webhook.seen()).toMatchObject({ state: 'active' })
  })
})

describe('what a person has to mend', () => {
  it.each([
    ['a plan that is too low', () => (calendly.webhooks.arePaidFor = false), 'not_allowed', 'paid plan'],
    ['a token that is not accepted', () => (calendly.token = 'another one'), 'key_refused', 'Make a new personal access token'],
    ['a refusal without a reason', () => calendly.suffer({ status: 422 }), 'refused', 'make the webhook by hand'],
  ])('%s is said', async (_what, happen, state, words) => {
    happen()
    await registered()
    expect(await webhook.seen()).toMatchObject({ state, summary: expect.stringContaining(words) as string })
    expect(calendly.webhooks.all).toEqual([])
    // The secret that was given by hand goes on letting in.
    expect(await answered(connection.secret)).toBe(200)
  })

  it('an address that Calendly cannot reach is said, and Calendly not asked', async () => {
    await webhook.register()
    const providers = { calendly: { name: 'Calendly', baseUrl: 'https://api.calendly.com' } }
    await webhook.settle({ providers })
    expect(await webhook.seen()).toMatchObject({ state: 'address_unreachable', summary: expect.stringContaining('PUBLIC_URL') as string })
    await webhook.register()
    await webhook.settle({ providers, publicUrl: 'https://app.clinch.example' })
    expect(await webhook.seen()).toMatchObject({ state: 'active' })
    expect(calendly.webhooks.all).toMatchObject([{ callback_url: `https://app.clinch.example${connection.path}` }])
  })

  it('a missing token, a connection that is off, and a provider that is told by hand are refused at once', async () => {
    await webhook.switchTo(false)
    await expect(webhook.register()).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('Switch it on') as string })
    await webhook.switchTo(true)
    await test.owner`delete from connection_secrets where connection_id = ${connection.id} and field = 'api_key'`
    await expect(webhook.register()).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('personal access token') as string,
    })
    await test.owner`update connections set provider = 'stripe' where id = ${connection.id}`
    await expect(webhook.register()).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('by hand') as string })
  })

  it('an organization that is read-only registers and removes nothing', async () => {
    await registered()
    await test.owner`update organizations set plan = 'trial', trial_ends_at = now() - interval '1 s' where id = ${connection.organizationId}`
    await expect(webhook.register()).rejects.toMatchObject({ code: 'TRIAL_EXPIRED' })
    await expect(webhook.remove()).rejects.toMatchObject({ code: 'TRIAL_EXPIRED' })
  })
})

describe('a process that dies', () => {
  it('between Calendly’s answer and our note of it leaves a key that lets in, and the next try takes the subscription over', async () => {
    await webhook.register()
    const job = webhook.newJob()
    await expect(webhook.settle({ outbound: webhook.dyingAfter('POST') }, job)).rejects.toThrow('the process died')
    expect(calendly.webhooks.all).toHaveLength(1)
    expect(await webhook.seen()).toMatchObject({ state: 'registering' })
    expect(await answered(keyOf())).toBe(200)
    await webhook.settle({}, job)
    expect(calendly.webhooks.all).toHaveLength(1)
    expect(await webhook.seen()).toMatchObject({ state: 'active' })
    expect(await answered(keyOf())).toBe(200)
  })

  it('there, and whoever then removes it, leaves none behind', async () => {
    await webhook.register()
    await webhook.settle({ outbound: webhook.dyingAfter('POST') }).catch(() => null)
    await webhook.remove()
    expect(await webhook.seen()).toMatchObject({ state: 'removing' })
    await webhook.settle()
    expect(calendly.webhooks.all).toEqual([])
    expect(await webhook.seen()).toMatchObject({ state: 'not_registered' })
  })

  it('after it removed one leaves nothing to remove, and that is no error', async () => {
    await registered()
    await webhook.remove()
    await webhook.settle({ outbound: webhook.dyingAfter('DELETE') }).catch(() => null)
    expect(calendly.webhooks.all).toEqual([])
    await webhook.settle()
    expect(await webhook.seen()).toMatchObject({ state: 'not_registered' })
  })

  it('without letting go of it keeps others from it for two minutes at the most', async () => {
    await webhook.register()
    const at = new Date(Date.now() + 100_000)
    await test.owner`update connection_webhooks set lease_token = gen_random_uuid(), leased_by = 'a dead one', leased_until = ${at}
      where connection_id = ${connection.id}`
    await webhook.settle()
    expect(calendly.calls).toEqual([])
    expect(await webhook.settlesIn()).toBeGreaterThan(0)
    await test.owner`update connection_webhooks set leased_until = now() - interval '1 s' where connection_id = ${connection.id}`
    await webhook.settle()
    expect(await webhook.seen()).toMatchObject({ state: 'active' })
  })

  it('goes on at once with the same job', async () => {
    await webhook.register()
    await test.owner`update connection_webhooks set lease_token = gen_random_uuid(), leased_by = 'the job', leased_until = now() + interval '1 minute'
      where connection_id = ${connection.id}`
    await webhook.settle({}, 'the job')
    expect(await webhook.seen()).toMatchObject({ state: 'active' })
  })
})

it('whoever was overtaken by another worker asks Calendly no more, and stores nothing', async () => {
  await webhook.register()
  const real = webhook.outbound()
  await webhook.settle({
    outbound: {
      async call(request) {
        const answer = await real.call(request)
        if (request.path === '/users/me') {
          await test.owner`update connection_webhooks set leased_until = now() - interval '1 s' where connection_id = ${connection.id}`
          await webhook.settle()
        }
        return answer
      },
    },
  })
  expect(calendly.webhooks.all).toHaveLength(1)
  expect(await webhook.seen()).toMatchObject({ state: 'active' })
  expect(await answered(keyOf())).toBe(200)
})

describe('removing', () => {
  it('deletes ours, and leaves what others made', async () => {
    calendly.webhooks.make('https://elsewhere.example/hook', 'not ours')
    await registered()
    await webhook.remove()
    expect(await webhook.seen()).toMatchObject({ state: 'removing' })
    await webhook.settle()
    expect(calendly.webhooks.all.map(({ signing_key }) => signing_key)).toEqual(['not ours'])
    expect(await webhook.seen()).toMatchObject({ state: 'not_registered' })
    await webhook.remove()
    await webhook.settle()
    expect(await webhook.seen()).toMatchObject({ state: 'not_registered' })
  })

  it('is tried until Calendly answers, and one that is gone there counts as removed', async () => {
    await registered()
    await webhook.remove()
    calendly.suffer({ status: 503 })
    await webhook.settle()
    expect(await webhook.seen()).toMatchObject({ state: 'removing', summary: expect.stringContaining('tried again by itself') as string })
    expect(await webhook.settlesIn()).toBeGreaterThan(0)
    calendly.suffer(null)
    calendly.webhooks.all.length = 0
    webhook.clock.pass(61_000)
    await webhook.settle()
    expect(await webhook.seen()).toMatchObject({ state: 'not_registered' })
  })

  it('says where the token is not good for it any more, and goes on with a new one', async () => {
    await registered()
    calendly.token = 'a new token'
    await webhook.remove()
    await webhook.settle()
    expect(await webhook.seen()).toMatchObject({ state: 'key_refused', summary: expect.stringContaining('could not be removed') as string })
    await webhook.rotate({ field: 'api_key', secret: 'a new token' })
    await webhook.settle()
    expect(calendly.webhooks.all).toEqual([])
  })

  it('comes with switching the connection off, and registering with switching it on', async () => {
    await registered()
    await webhook.switchTo(false)
    expect(await webhook.settlesIn()).not.toBeNull()
    await webhook.settle()
    expect(calendly.webhooks.all).toEqual([])
    expect(await webhook.seen()).toMatchObject({ state: 'not_registered', summary: expect.stringContaining('switched off') as string })
    await webhook.switchTo(true)
    await webhook.settle()
    expect(calendly.webhooks.all).toHaveLength(1)
    expect(await answered(keyOf())).toBe(200)
  })

  it('of a connection that Clinch never registered asks Calendly nothing', async () => {
    await webhook.remove()
    await webhook.switchTo(false)
    expect(await webhook.settlesIn()).toBeNull()
    await webhook.settle()
    expect(calendly.calls).toEqual([])
  })
})

it('says while Calendly’s deliveries fail, before it gives up', async () => {
  await registered()
  calendly.webhooks.fail(new Date(Date.now() - 3_600_000), false)
  await webhook.settle()
  const { state, summary, webhook: row } = await webhook.seen()
  expect([state, summary]).toEqual(['active', expect.stringContaining('could not deliver lately')])
  expect(row?.failingSince).not.toBeNull()
})

it('a signing secret that is replaced by hand is told to Calendly', async () => {
  await registered()
  await webhook.rotate({ field: 'webhook_secret', secret: 'one-that-somebody-chose', overlapHours: 1 })
  await webhook.settle()
  expect(keyOf()).toBe('one-that-somebody-chose')
  expect(calendly.webhooks.all).toHaveLength(1)
  expect(await answered(keyOf())).toBe(200)
})

it('a new token finds the webhook that the old one made', async () => {
  await registered()
  const [made] = calendly.webhooks.all
  calendly.token = 'a new token'
  await webhook.rotate({ field: 'api_key', secret: 'a new token' })
  await webhook.settle()
  expect(calendly.webhooks.all).toEqual([made])
  expect(await webhook.seen()).toMatchObject({ state: 'active' })
})

it('another public address is told to Calendly', async () => {
  await registered()
  await webhook.settle({ publicUrl: 'https://new.clinch.example' })
  expect(calendly.webhooks.all).toMatchObject([{ callback_url: `https://new.clinch.example${connection.path}` }])
})
