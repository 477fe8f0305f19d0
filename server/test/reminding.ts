import { v7 as uuidv7 } from 'uuid'
import { emailReminders } from '../src/modules/reminders/service/email-reminders.ts'
import { remindDaily } from '../src/modules/reminders/service/remind-daily.ts'
import { updateReminderSettings } from '../src/modules/reminders/service/update-reminder-settings.ts'
import type { Actor } from '../src/kernel/actor.ts'
import type { Database } from '../src/database/tx.ts'
import type { TestDatabase } from './database.ts'
import { adminOf, as, makeOrganization } from './intake.ts'
import { testVault } from './job-services.ts'

const post = { publicUrl: 'https://clinch.example', vault: testVault }
export const byMail = emailReminders(post)

/** An organization that has its closers reminded, and what it takes to have some. */
export class Reminding {
  readonly test: TestDatabase
  readonly organizationId: string
  readonly admin: Actor

  private constructor(test: TestDatabase, organizationId: string) {
    this.test = test
    this.organizationId = organizationId
    this.admin = adminOf(organizationId)
  }

  static async make(test: TestDatabase, { timeZone = 'America/New_York', hour = 9, daily = true } = {}): Promise<Reminding> {
    const organizationId = await makeOrganization(test)
    await test.owner`update organizations set time_zone = ${timeZone} where id = ${organizationId}`
    const made = new Reminding(test, organizationId)
    await as(test.database, made.admin, (tx) => updateReminderSettings({ actor: made.admin, input: { daily, hour }, tx }))
    return made
  }

  async closer(name: string, { email = `${name.toLowerCase()}@northlight.example` as string | null, left = false } = {}): Promise<string> {
    const id = uuidv7()
    await this.test.owner`insert into closers (organization_id, id, name, email, deactivated_at)
      values (${this.organizationId}, ${id}, ${name}, ${email}, ${left ? new Date() : null})`
    return id
  }

  /** A call that is over, and whose form nobody filed. */
  async callOf(closerId: string, leadName: string, scheduledAt = '2026-01-05T15:00:00Z'): Promise<string> {
    const [leadId, id] = [uuidv7(), uuidv7()]
    await this.test.owner`insert into leads (organization_id, id, name) values (${this.organizationId}, ${leadId}, ${leadName})`
    await this.test.owner`
      insert into events (organization_id, id, booking_ref, lead_id, lead_name, closer_id, scheduled_at, booked_at, status, answers)
      values (${this.organizationId}, ${id}, ${id}, ${leadId}, ${leadName}, ${closerId}, ${scheduledAt}, ${scheduledAt}, 'scheduled', '[]')`
    return id
  }

  async file(eventId: string): Promise<void> {
    await this.test.owner`
      insert into post_call_forms (organization_id, id, event_id, call_occurred, lead_showed, offer_made, deal_closed, version, submitted_at, submitted_by, submitted_by_name)
      values (${this.organizationId}, ${uuidv7()}, ${eventId}, true, false, false, false, 1, now(), 'user:x', 'Cleo')`
  }

  /** Whom reminders were noted for, by name. */
  async reminded(): Promise<string[]> {
    const rows = await this.test.owner<{ name: string }[]>`
      select c.name from form_reminders r join closers c on c.organization_id = r.organization_id and c.id = r.closer_id
      where r.organization_id = ${this.organizationId} order by c.name`
    return rows.map(({ name }) => name)
  }
}

/** What the clock does at a moment, in a process of one's own where a database is given. */
export const remindAt = (database: Database, at: string, channels = [byMail]): Promise<{ reminded: number }> =>
  remindDaily({ database, channels, requestId: 'test', now: () => new Date(at) })

/** How many e-mails wait to be sent. */
export async function mailsWaiting({ owner }: TestDatabase): Promise<number> {
  const [row] = await owner<
    { mails: number }[]
  >`select count(*)::int as mails from graphile_worker.jobs where task_identifier = 'mail.send'`
  return row?.mails ?? 0
}
