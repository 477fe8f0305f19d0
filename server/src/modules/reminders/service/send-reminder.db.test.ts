import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { adminOf, as } from '../../../../test/intake.ts'
import { plansIn } from '../../../../test/plans-in.ts'
import { byMail, remindAt, Reminding } from '../../../../test/reminding.ts'
import { until } from '../../../../test/until.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { formsDueByCloser } from './forms-due.ts'
import type { ReminderChannel } from './reminder-channel.ts'
import { reminderSettingsOf } from './reminder-settings.ts'
import { sendReminder } from './send-reminder.ts'
import { updateReminderSettings } from './update-reminder-settings.ts'

let test: TestDatabase
beforeAll(async () => {
  test = await freshDatabase()
})
afterAll(() => test.close())

const send = ({ admin }: Pick<Reminding, 'admin'>, closerId: string, actor: Actor = admin) =>
  as(test.database, actor, (tx) => sendReminder({ actor, input: { closerId }, tx }, [byMail]))

describe('a reminder by hand', () => {
  it('goes to a closer who has something to file, at most once an hour', async () => {
    const team = await Reminding.make(test, { daily: false })
    const cleo = await team.closer('Cleo')
    await team.callOf(cleo, 'Dana')
    await send(team, cleo)
    await expect(send(team, cleo)).rejects.toMatchObject({ code: 'RATE_LIMITED', details: { retryAfter: expect.any(Number) } })
    expect(await team.reminded()).toEqual(['Cleo'])
  })

  it('goes out once where two press at once', async () => {
    const team = await Reminding.make(test, { daily: false })
    const cleo = await team.closer('Cleo')
    await team.callOf(cleo, 'Dana')
    const outcomes = await Promise.allSettled(Array.from({ length: 5 }, () => send(team, cleo)))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await team.reminded()).toEqual(['Cleo'])
  })

  it('waits an hour after the day’s own, and does not take its place', async () => {
    const team = await Reminding.make(test)
    const cleo = await team.closer('Cleo')
    await team.callOf(cleo, 'Dana')
    await remindAt(test.database, '2026-02-03T14:00:00Z')
    await expect(send(team, cleo)).rejects.toMatchObject({ code: 'RATE_LIMITED' })
    const other = await Reminding.make(test)
    const otto = await other.closer('Otto')
    await other.callOf(otto, 'Dana')
    await send(other, otto)
    await remindAt(test.database, '2026-02-03T14:00:00Z')
    expect(await other.reminded()).toEqual(['Otto', 'Otto'])
  })

  it('waits for the day’s own where that is under way, and then is too soon', async () => {
    const team = await Reminding.make(test)
    const cleo = await team.closer('Cleo')
    await team.callOf(cleo, 'Dana')
    let byHand: Promise<unknown> | undefined
    const slow: ReminderChannel = {
      name: 'slow',
      reaches: () => true,
      async send() {
        byHand ??= send(team, cleo).catch((error: unknown) => error)
        await until('somebody who presses waits for the clock', async () => {
          const [row] = await test.owner<{ waiting: number }[]>`
            select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event = 'advisory'`
          return (row?.waiting ?? 0) > 0
        })
      },
    }
    expect(await remindAt(test.database, '2026-02-03T14:00:00Z', [slow])).toEqual({ reminded: 1 })
    expect(await byHand).toMatchObject({ code: 'RATE_LIMITED' })
    expect(await team.reminded()).toEqual(['Cleo'])
  })

  it('is refused where there is nothing to say, nobody to say it to, or nobody who may', async () => {
    const team = await Reminding.make(test, { daily: false })
    const [done, nomail, gone, cleo] = [
      await team.closer('Done'),
      await team.closer('Nomail', { email: null }),
      await team.closer('Gone', { left: true }),
      await team.closer('Cleo'),
    ]
    for (const each of [nomail, gone, cleo]) await team.callOf(each, 'Dana')
    await expect(send(team, done)).rejects.toMatchObject({ code: 'CONFLICT' })
    for (const each of [nomail, gone]) await expect(send(team, each)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
    const elsewhere = await Reminding.make(test)
    await expect(send(elsewhere, cleo)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(send(team, 'nonsense')).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
    const rep: Actor = { ...adminOf(team.organizationId), kind: 'user', role: 'sales_rep', userId: cleo, closerId: cleo, setterId: null }
    await expect(send(team, cleo, rep)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await team.reminded()).toEqual([])
  })
})

it('the list of closers with forms due has the longest due first, and says who cannot be reached', async () => {
  const team = await Reminding.make(test, { daily: false })
  const [later, sooner] = [await team.closer('Later'), await team.closer('Sooner', { email: null })]
  await team.callOf(later, 'One', '2026-01-07T15:00:00Z')
  await team.callOf(sooner, 'Two', '2026-01-05T15:00:00Z')
  for (let nth = 0; nth < 12; nth += 1) await team.callOf(sooner, `Lead ${nth}`, `2026-01-08T${String(nth).padStart(2, '0')}:00:00Z`)
  const rows = await as(test.database, team.admin, (tx) => formsDueByCloser(tx))
  expect(rows.map(({ name, formsDue, calls, email }) => [name, formsDue, calls.length, email])).toEqual([
    ['Sooner', 13, 10, null],
    ['Later', 1, 1, 'later@northlight.example'],
  ])
})

it('what one closer has to file is looked for among their calls alone, and their last reminder is read from its index', async () => {
  const team = await Reminding.make(test, { daily: false })
  const cleo = await team.closer('Cleo')
  const [plan = ''] = await plansIn(test.database, team.organizationId, (tx) => formsDueByCloser(tx, cleo), ['seqscan', 'bitmapscan'])
  expect(plan).toMatch(/Index Cond: .*closer_id = /)
  expect(plan).not.toContain('closer_id IS NOT NULL')
  expect(plan).toContain('form_reminders_newest')
  expect(plan).not.toMatch(/Sort Key: .*sent_at/)
})

describe('the settings', () => {
  const change = (team: Reminding, input: object) =>
    as(test.database, team.admin, (tx) => updateReminderSettings({ actor: team.admin, input, tx }))
  const read = (team: Reminding) => as(test.database, team.admin, reminderSettingsOf)

  it('are off until somebody turns them on, and change by what is given', async () => {
    const team = await Reminding.make(test, { daily: false, hour: 9 })
    await test.owner`delete from reminder_settings where organization_id = ${team.organizationId}`
    expect(await read(team)).toEqual({ daily: false, hour: 9 })
    await change(team, { daily: true })
    await change(team, { hour: 18 })
    await change(team, {})
    expect(await read(team)).toEqual({ daily: true, hour: 18 })
  })

  it.each([-1, 24, 9.5])('take no hour %s', async (hour) => {
    await expect(change(await Reminding.make(test), { hour })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
  })
})
