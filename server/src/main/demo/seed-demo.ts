import { tellStory } from '@clinch/drizzle/seeds/demo'
import type { Process } from '../run.ts'
import { serve } from '../serve.ts'
import { asOwner } from './as-owner.ts'
import { beginDemo, type DemoAccess, readAccess, writeAccess } from './demo-file.ts'
import { appointOperator } from './demo-operator.ts'
import { disputeCredits } from './dispute-credits.ts'
import { importLeadFile } from './import-lead-file.ts'
import { keepHours } from './keep-hours.ts'
import { playActs } from './play-acts.ts'
import { setUpOrganization } from './set-up-organization.ts'

/** Thousands of acts at once on a slow machine may have to wait for each other. */
const patienceMs = 60_000
/** One line of progress for so many acts. */
const progressEvery = 250

/**
 * Fills the database with the demo organization, once. All of it enters as it would in life: through the webhook addresses, signed, and
 * through the API. The players use an address of their own on this machine, where limits are off; everybody else's stay on.
 */
export async function seedDemo(process: Process, publicUrl: string, say: (line: string) => void): Promise<DemoAccess> {
  const known = readAccess(process.dataFolder)
  if (known) return withUrl(process.dataFolder, known, publicUrl)
  const beginning = beginDemo(process.dataFolder)
  const story = tellStory({ now: new Date(beginning.now) })
  const stage = await serve(stageOf(process), { port: 0, host: '127.0.0.1', limited: false, deadlineMs: patienceMs })
  try {
    say(`Setting up ${story.organization.name}`)
    const operator = await appointOperator({
      stage,
      ownerUrl: process.prepared.ownerUrl,
      password: beginning.password,
      production: process.settings.NODE_ENV === 'production',
    })
    const organization = await setUpOrganization(stage, story, beginning, (id) => operator.agree(id))
    await operator.leave()
    await playActs(stage.url, story, organization, (done, all) => {
      if (done % progressEvery === 0 || done === all) say(`Playing ${String(done)} of ${String(all)} bookings, payments and forms`)
    })
    await disputeCredits(organization, story)
    await importLeadFile(organization.owner, story)
    await keepHours(stage.database, organization.id, story)
    // Tables that were empty a minute ago are planned for as if they were: whoever looks at the demo does not wait until that is noticed.
    await asOwner(process.prepared.ownerUrl, (sql) => sql`analyze`)
    for (const person of [organization.owner, ...[...organization.closers.values()].map((each) => each.person)]) await person.leave()
    const closer = organization.closers.values().next().value
    if (!closer) throw new Error('The demo has no closer')
    const { calendly, stripe } = organization.connections
    const access: DemoAccess = {
      url: publicUrl,
      admin: organization.ownerLogin,
      closer: closer.login,
      operator: operator.login,
      apiKey: organization.apiKey,
      connections: { calendly, stripe },
    }
    // What was enqueued for the demo's people is of no use to anybody who looks into the mailbox.
    process.mailbox?.empty()
    return withUrl(process.dataFolder, access, publicUrl)
  } finally {
    await stage.stop()
  }
}

/** The players' sign-ins are no news to whoever watches the start. */
const stageOf = (process: Process): Process => ({ ...process, logger: process.logger.child({}, { level: 'warn' }) })

/** The demo as reached now: the port may be another than at the last start. */
function withUrl(folder: string, access: DemoAccess, url: string): DemoAccess {
  const at = (webhookUrl: string) => url + new URL(webhookUrl).pathname
  const { calendly, stripe } = access.connections
  const moved: DemoAccess = {
    ...access,
    url,
    connections: {
      calendly: { ...calendly, webhookUrl: at(calendly.webhookUrl) },
      stripe: { ...stripe, webhookUrl: at(stripe.webhookUrl) },
    },
  }
  if (JSON.stringify(moved) !== JSON.stringify(readAccess(folder))) writeAccess(folder, moved)
  return moved
}

/** How to sign in, for people. */
export const describeAccess = ({ url, admin, closer, operator }: DemoAccess): string =>
  [
    '',
    `  Clinch is ready at ${url}`,
    '',
    `  Sign in as the admin   ${admin.email}   ${admin.password}`,
    `  or as a closer         ${closer.email}   ${closer.password}`,
    ...(operator ? [`  or as an operator      ${operator.email}   ${operator.password}`] : []),
    '',
    '  The same, with an API key and the webhook addresses, is in demo.json in the data folder. Ctrl-C stops.',
    '',
  ].join('\n')
