import type { Story } from '@clinch/drizzle/seeds/demo'
import { dayIn } from '../../lib/period.ts'
import type { DemoPerson } from './demo-person.ts'

/** What each closer is to bring in this month, and what part of their calls is to take place. Set again, it is the same goal. */
export async function setGoals(owner: DemoPerson, { closers, organization }: Story): Promise<void> {
  const known = await owner.ask<{ closers: { nodes: { id: string; email: string }[] } }>('{ closers(first: 200) { nodes { id email } } }')
  const from = dayIn(new Date(), organization.timeZone)
  for (const { email, netCashGoal } of closers) {
    const closerId = known.closers.nodes.find((each) => each.email === email)?.id
    const goals = [
      { metric: 'NET_CASH', amount: { amount: netCashGoal, currency: organization.currency } },
      { metric: 'SHOW_RATE', rate: 0.7 },
    ]
    for (const goal of goals) {
      await owner.ask('mutation ($input: SetGoalInput!) { setGoal(input: $input) { goal { id } } }', {
        input: { closerId, span: 'MONTH', from, ...goal },
      })
    }
  }
}
