import 'reflect-metadata'
import { readFileSync } from 'node:fs'
import { createDatabase } from '../database/tenant-transaction.ts'
import { SettingsError } from '../config/env.ts'
import { knownHeads, lineOf, verifyAudits } from '../modules/audit/module.ts'
import { runProcess } from './run.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const usage =
  'Say which organization, or none for all, and after --since a file with what was printed before: [organization id] [--since <file>]'

/**
 * Recomputes the audit log of one organization, or of each, and prints a line for each. Ends with 1 where one is broken. With `--since`,
 * what was printed before must still be there: so a log that was set back as a whole is found out too.
 */
export async function verifyAudit(args: readonly string[]): Promise<void> {
  await runProcess(async ({ prepared, vault, onStop }) => {
    const { organizationId, since } = readArguments(args)
    const database = createDatabase({ url: prepared.appUrl, max: 2 })
    onStop(() => database.close())
    const heads = knownHeads(since === null ? '' : readFileSync(since, 'utf8'))
    let verified = 0
    let broken = 0
    for await (const report of verifyAudits({ database, vault, organizationId, heads, now: new Date() })) {
      verified += 1
      if (report.fault) broken += 1
      console.log(lineOf(report))
    }
    console.log(`${verified} ${verified === 1 ? 'audit log' : 'audit logs'} verified, ${broken === 0 ? 'none' : broken} broken.`)
    process.exitCode = broken === 0 ? 0 : 1
    process.kill(process.pid, 'SIGTERM')
  })
}

function readArguments(args: readonly string[]): { organizationId: string | null; since: string | null } {
  const at = args.indexOf('--since')
  const since = at === -1 ? null : args[at + 1]
  const rest = at === -1 ? args : [...args.slice(0, at), ...args.slice(at + 2)]
  const organizationId = rest[0]?.toLowerCase() ?? null
  if (since === undefined || rest.length > 1 || (organizationId !== null && !uuid.test(organizationId))) throw new SettingsError(usage)
  return { organizationId, since }
}
