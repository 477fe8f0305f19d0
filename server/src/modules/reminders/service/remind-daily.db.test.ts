import { afterAll, beforeEach, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { byMail, mailsWaiting, remindAt, Reminding } from '../../../../test/reminding.ts'
import { runJobs } from '../../../../test/run-jobs.ts'
import { createDatabase } from '../../../database/tenant-transaction.ts'
import { createMailbox } from '../../../integrations/mail/mailbox.ts'
import type { ReminderChannel } from './reminder-channel.ts'

let test: TestDatabase
beforeAll(async () => {
  test = await freshDatabase()
})
beforeEach(async () => {
  // Each test has the clock to itself.
  await test.owner`update reminder_settings set daily = false`
  await test.owner`delete from graphile_worker._private_jobs`
})
afterAll(() => test.close())

/** Nine in New York. */
const nine = '2026-02-03T14:00:00Z'

describe('the daily reminder', () => {
  it('is one mail a closer that lists what they have to file, and none to whom nothing is due, who has no address or who left', async () => {
    const team = await Reminding.make(test)
    const cleo = await team.closer('Cleo')
    await team.callOf(cleo, 'Dana Whitfield', '2026-01-05T15:00:00Z')
    await team.callOf(cleo, 'Omar Diaz', '2026-01-06T20:30:00Z')
    await team.file(await team.callOf(cleo, 'Filed Already'))
    await team.file(await team.callOf(await team.closer('Done'), 'Filed Too'))
    await team.callOf(await team.closer('Nomail', { email: null }), 'Lead One')
    await team.callOf(await team.closer('Gone', { left: true }), 'Lead Two')
    expect(await remindAt(test.database, nine)).toEqual({ reminded: 1 })
    const mailer = createMailbox()
    await runJobs(test, { mailer })
    const [mail, ...others] = mailer.mails()
    expect(others).toEqual([])
    expect([mail?.to, mail?.subject]).toEqual(['cleo@northlight.example', '2 post-call forms are due'])
    expect(mail?.text).toContain('Dana Whitfield, Mon, Jan 5, 10:00')
    expect(mail?.text).toContain('Omar Diaz, Tue, Jan 6, 3:30')
    expect(mail?.text).not.toContain('Filed')
    expect(mail?.text).toContain('https://clinch.example/portal')
  })

  it('comes once a day, and no more once everything is filed', async () => {
    const team = await Reminding.make(test)
    const call = await team.callOf(await team.closer('Cleo'), 'Dana')
    expect(await remindAt(test.database, nine)).toEqual({ reminded: 1 })
    for (const later of ['2026-02-03T14:15:00Z', '2026-02-03T17:59:00Z'])
      expect(await remindAt(test.database, later)).toEqual({ reminded: 0 })
    expect(await remindAt(test.database, '2026-02-04T14:00:00Z')).toEqual({ reminded: 1 })
    await team.file(call)
    expect(await remindAt(test.database, '2026-02-05T14:00:00Z')).toEqual({ reminded: 0 })
    expect(await mailsWaiting(test)).toBe(2)
  })

  it('comes to whoever has something due by the hour of that day, not to who has it due later that day', async () => {
    const team = await Reminding.make(test)
    expect(await remindAt(test.database, nine)).toEqual({ reminded: 0 })
    await team.callOf(await team.closer('Cleo'), 'Dana')
    expect(await remindAt(test.database, '2026-02-03T15:00:00Z')).toEqual({ reminded: 0 })
  })

  it.each([
    ['before its hour', '2026-02-03T13:59:59Z', 0],
    ['at its hour', nine, 1],
    ['hours later, where no process ran', '2026-02-03T17:59:59Z', 1],
    ['so late that the day is over for it', '2026-02-03T18:00:00Z', 0],
  ])('%s', async (_when, at, reminded) => {
    const team = await Reminding.make(test)
    await team.callOf(await team.closer('Cleo'), 'Dana')
    expect(await remindAt(test.database, at)).toEqual({ reminded })
  })

  it.each([
    ['that do not want it', { daily: false }, ''],
    ['that are suspended', {}, `state = 'suspended'`],
    ['whose trial is over', {}, `trial_ends_at = '2026-02-03T13:00:00Z'`],
  ])('comes to no closers of organizations %s', async (_which, settings, change) => {
    const team = await Reminding.make(test, settings)
    await team.callOf(await team.closer('Cleo'), 'Dana')
    if (change) await test.owner.unsafe(`update organizations set ${change} where id = '${team.organizationId}'`)
    expect(await remindAt(test.database, nine)).toEqual({ reminded: 0 })
  })

  it('takes the clock of each organization’s own zone, also one of quarter hours', async () => {
    const nepal = await Reminding.make(test, { timeZone: 'Asia/Kathmandu' })
    await nepal.callOf(await nepal.closer('Nima'), 'Dana')
    expect(await remindAt(test.database, '2026-02-03T03:00:00Z')).toEqual({ reminded: 0 })
    expect(await remindAt(test.database, '2026-02-03T03:15:00Z')).toEqual({ reminded: 1 })
  })
})

describe('on the days on which clocks are changed', () => {
  it('an hour that there is not comes with the next', async () => {
    const team = await Reminding.make(test, { hour: 2 })
    await team.callOf(await team.closer('Cleo'), 'Dana')
    expect(await remindAt(test.database, '2026-03-08T06:59:59Z')).toEqual({ reminded: 0 })
    expect(await remindAt(test.database, '2026-03-08T07:00:00Z')).toEqual({ reminded: 1 })
  })

  it('an hour that there is twice comes once', async () => {
    const team = await Reminding.make(test, { hour: 1 })
    await team.callOf(await team.closer('Cleo'), 'Dana')
    expect(await remindAt(test.database, '2026-11-01T05:00:00Z')).toEqual({ reminded: 1 })
    expect(await remindAt(test.database, '2026-11-01T06:00:00Z')).toEqual({ reminded: 0 })
  })
})

describe('however many do it', () => {
  it('ten at once, of two processes, remind each closer once', async () => {
    const elsewhere = createDatabase({ url: test.url('app_user'), max: 8 })
    const team = await Reminding.make(test)
    for (const name of ['Cleo', 'Otto', 'Maya']) await team.callOf(await team.closer(name), 'Dana')
    const results = await Promise.all(Array.from({ length: 10 }, (_, nth) => remindAt(nth % 2 === 0 ? test.database : elsewhere, nine)))
    await elsewhere.close()
    expect(results.reduce((sum, { reminded }) => sum + reminded, 0)).toBe(3)
    expect(await team.reminded()).toEqual(['Cleo', 'Maya', 'Otto'])
    expect(await mailsWaiting(test)).toBe(3)
  })

  it('one that fails in the middle leaves nothing, and the next does all of it once', async () => {
    const team = await Reminding.make(test)
    for (const name of ['Cleo', 'Otto']) await team.callOf(await team.closer(name), 'Dana')
    let sent = 0
    const failing: ReminderChannel = {
      ...byMail,
      async send(tx, reminder) {
        await byMail.send(tx, reminder)
        sent += 1
        // As a process that is killed: its connection is gone, in the middle of its transaction.
        if (sent === 2) await tx.query('select pg_terminate_backend(pg_backend_pid())')
      },
    }
    await expect(remindAt(test.database, nine, [failing])).rejects.toThrow('failed in 1 organizations')
    expect([sent, await team.reminded(), await mailsWaiting(test)]).toEqual([2, [], 0])
    expect(await remindAt(test.database, nine)).toEqual({ reminded: 2 })
    expect(await mailsWaiting(test)).toBe(2)
  })

  it('an organization in which it fails keeps no other from it', async () => {
    const [one, other] = [await Reminding.make(test), await Reminding.make(test)]
    await one.callOf(await one.closer('Fails'), 'Dana')
    await other.callOf(await other.closer('Works'), 'Dana')
    const failing: ReminderChannel = {
      ...byMail,
      send: (tx, reminder) => (reminder.recipient.name === 'Fails' ? Promise.reject(new Error('No.')) : byMail.send(tx, reminder)),
    }
    await expect(remindAt(test.database, nine, [failing])).rejects.toThrow('failed in 1 organizations')
    expect([await one.reminded(), await other.reminded()]).toEqual([[], ['Works']])
  })

  it('the clock’s own job does it by mail', async () => {
    const { timeZone, hour } = { timeZone: 'UTC', hour: new Date().getUTCHours() }
    const team = await Reminding.make(test, { timeZone, hour })
    await team.callOf(await team.closer('Cleo'), 'Dana')
    const mailer = createMailbox()
    for (let time = 0; time < 2; time += 1) {
      await test.owner`select graphile_worker.add_job('reminders.daily', '{}')`
      await runJobs(test, { mailer })
    }
    expect(mailer.mails().map(({ to }) => to)).toEqual(['cleo@northlight.example'])
  })
})

it('asking which are due is for the clock alone', async () => {
  const text = 'select * from reminders.due(now(), $1::uuid, 10)'
  const team = await Reminding.make(test)
  const ask = (actor: string, organizationId: string | null) =>
    test.database.flight({ organizationId, userId: null, scope: 'organization', repIds: [], actor, requestId: 'test' }, [
      { text, parameters: [team.organizationId] },
    ])
  await expect(ask('job:reminders', null)).resolves.toBeDefined()
  await expect(ask('user:x', null)).rejects.toThrow()
  await expect(ask('job:reminders', team.organizationId)).rejects.toThrow()
})
