import { type Actor, sessionOf } from '../../../kernel/actor.ts'
import { defineJob } from '../../../kernel/define-job.ts'
import type { JobServices } from '../../../kernel/job-services.ts'
import { holdOrganization } from '../../organizations/service/index.ts'
import { askToMatch, matchNextLeads, matchReportsAnew } from '../service/match-anew.ts'

/** So few that whoever brings a payment of one of them waits for a moment only. */
const usualLeadsInRun = 50
const runDeadlineMs = 30_000

/**
 * Matches the reported cash of some leads anew, and leaves the others to the next run in the same transaction, so that none is left out
 * wherever it stops. While the organization is read-only nothing is written; once it is open again it is asked anew.
 */
export const matchReportsAnewBy = (leadsInRun: number) =>
  defineJob(matchReportsAnew, async ({ payload: { organizationId, after }, requestId }, { database }: JobServices) => {
    const actor: Actor = { kind: 'job', organizationId, name: matchReportsAnew.name }
    await database.transaction(
      sessionOf(actor, { requestId }),
      async (tx) => {
        const { readOnly } = await holdOrganization(tx)
        if (readOnly) return
        const last = await matchNextLeads(tx, after, leadsInRun)
        if (last !== null) await askToMatch(tx, organizationId, last)
      },
      { deadlineMs: runDeadlineMs },
    )
  })

export const matchReportsAnewJob = matchReportsAnewBy(usualLeadsInRun)
