import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { moneyOf } from '../../../graphql-kit/money.type.ts'
import type { OrganizationRow } from '../service/current-organization.ts'
import { loadUsage, type Usage } from '../service/load-usage.ts'
import { type Plan, planCurrency, type PlanTerms, planTerms } from '../service/plans.ts'
import { Organization } from './organization.type.ts'
import { PlanOffer, PlanUsage } from './plan.type.ts'

@Resolver(() => Organization)
export class PlanResolver {
  @Query(() => [PlanOffer], { description: 'Every plan, with what it costs and allows; the smallest first.' })
  plans(): PlanOffer[] {
    return (Object.keys(planTerms) as Plan[]).map((plan) => offerOf(plan, planTerms[plan]))
  }

  @FieldResolver(() => PlanUsage, { description: 'How much of what its plan allows it has used.' })
  usage(@Root() organization: OrganizationRow, @Ctx() context: GraphContext): Promise<Usage> {
    return loadUsage(context.tx, organization)
  }
}

const offerOf = (plan: Plan, { monthlyPriceMinor, yearlyPriceMinor, imports, seats, sessionsAtOnce }: PlanTerms): PlanOffer => ({
  plan,
  monthlyPrice: moneyOf(monthlyPriceMinor, planCurrency),
  yearlyPrice: yearlyPriceMinor === null ? null : moneyOf(yearlyPriceMinor, planCurrency),
  imports,
  seats,
  sessionsAtOnce,
})
