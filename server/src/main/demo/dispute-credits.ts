import type { Story } from '@clinch/drizzle/seeds/demo'
import { dayIn } from '../../lib/period.ts'
import type { DemoOrganization } from './set-up-organization.ts'

interface Line {
  payment: { id: string }
}

const daysBack = 60
const dayMs = 86_400_000

/** One closer holds two of their latest credits to be wrong; the owner has answered the earlier of them. Once. */
export async function disputeCredits({ owner, closers }: DemoOrganization, { organization }: Story): Promise<void> {
  const { creditDisputes } = await owner.ask<{ creditDisputes: { nodes: object[] } }>('{ creditDisputes(first: 1) { nodes { id } } }')
  const closer = closers.values().next().value?.person
  if (creditDisputes.nodes.length > 0 || !closer) return
  const now = Date.now()
  const period = { from: dayIn(new Date(now - daysBack * dayMs), organization.timeZone), to: dayIn(new Date(now), organization.timeZone) }
  const { statementLines } = await closer.ask<{ statementLines: { nodes: Line[] } }>(
    'query ($period: PeriodInput!) { statementLines(period: $period, first: 3) { nodes { payment { id } } } }',
    { period },
  )
  const [latest, , earlier] = statementLines.nodes
  const dispute = async ({ payment }: Line, comment: string): Promise<string> => {
    const made = await closer.ask<{ disputeCredit: { dispute: { id: string } } }>(
      'mutation ($input: DisputeCreditInput!) { disputeCredit(input: $input) { dispute { id } } }',
      { input: { paymentId: payment.id, comment } },
    )
    return made.disputeCredit.dispute.id
  }
  if (earlier) {
    const id = await dispute(earlier, 'I closed this one alone. Is all of it credited to me?')
    await owner.ask('mutation ($input: AnswerCreditDisputeInput!) { answerCreditDispute(input: $input) { dispute { id } } }', {
      input: { id, verdict: 'REJECTED', answer: 'It is: nobody else is credited with it, so there is nothing to correct.' },
    })
  }
  if (latest) await dispute(latest, 'This one was not mine. I only took the first call, and passed it on.')
}
