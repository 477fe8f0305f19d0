import { z } from 'zod'
import { actorName, authorize } from '../../../kernel/actor.ts'
import { conflict } from '../../../kernel/errors.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { holdPayments } from '../../payments/service/index.ts'
import { storeCredits } from './credit-payment.ts'
import { type MovedMoney, moveMoney } from './moved-money.ts'
import { planRerun, type RerunPlan } from './plan-rerun.ts'
import { refuseStrangers } from './refuse-strangers.ts'
import { RerunInput, whyAgain } from './rerun-input.ts'

/** What crediting a period again would change, and whose money would move. */
export interface RerunPreview extends RerunPlan {
  people: readonly MovedMoney[]
}

/** Says what crediting the payments of a period again would change. Nothing is stored. */
export async function previewAttribution({ actor, input, tx }: Verb<RerunInput>): Promise<RerunPreview> {
  authorize(actor, 'payments:write')
  const plan = await planRerun(tx, parseInput(RerunInput, input))
  return { ...plan, people: moveMoney(plan.changes) }
}

const RerunAttribution = RerunInput.extend({
  fingerprint: z.string('Say which preview is applied.').length(64, 'This is no fingerprint of a preview.'),
})
export type RerunAttribution = z.input<typeof RerunAttribution>

/**
 * Credits the payments of a period again, exactly as the preview of this fingerprint said; CONFLICT where the rules would come to
 * something else by now. What was credited by hand is left alone.
 */
export async function rerunAttribution({ actor, input, tx }: Verb<RerunAttribution>): Promise<{ changed: number; locked: number }> {
  authorize(actor, 'payments:write')
  const { fingerprint, ...rerun } = parseInput(RerunAttribution, input)
  await refuseStrangers(tx, rerun)
  const planned = await planRerun(tx, rerun)
  if (planned.fingerprint !== fingerprint) throw changedMeanwhile()
  // Held is whoever the plan concerns, in the order of everybody; once they are, it is made again from what nobody changes any more.
  const leadIds = planned.changes.flatMap(({ payment, decision }) => [payment.leadId, decision.leadId]).flatMap((leadId) => leadId ?? [])
  await holdPayments(tx, planned.paymentIds, [...new Set(leadIds)])
  const plan = await planRerun(tx, rerun)
  if (plan.fingerprint !== fingerprint) throw changedMeanwhile()
  const reason = whyAgain(actorName(actor), rerun.period)
  await storeCredits(tx, plan.changes, { reasons: new Map(plan.changes.map(({ payment }) => [payment.id, reason])) })
  return { changed: plan.changes.length, locked: plan.locked }
}

const changedMeanwhile = () => conflict('Something changed since the preview, so nothing was applied. Look at the new preview first.')
