/** What an organization pays for. */
export type Plan = 'trial' | 'starter' | 'professional' | 'enterprise'

/** What a plan costs and allows. Prices are in US cents; null stands for "not offered" in a price, and for "any number" in a limit. */
export interface PlanTerms {
  monthlyPriceMinor: bigint
  yearlyPriceMinor: bigint | null
  /** Imports in a month, which begins at midnight in UTC. */
  imports: number | null
  /** Members; whoever comes by a portal link takes no seat. More may be agreed on. */
  seats: number
  /** How many sessions a user may have at once. */
  sessionsAtOnce: number | null
}

export const planCurrency = 'USD'

/** Every plan, the smallest first. */
export const planTerms: Readonly<Record<Plan, PlanTerms>> = {
  trial: { monthlyPriceMinor: 0n, yearlyPriceMinor: null, imports: 100, seats: 1, sessionsAtOnce: 1 },
  starter: { monthlyPriceMinor: 9_900n, yearlyPriceMinor: 108_900n, imports: 100, seats: 1, sessionsAtOnce: 1 },
  professional: { monthlyPriceMinor: 19_900n, yearlyPriceMinor: null, imports: null, seats: 1, sessionsAtOnce: 1 },
  enterprise: { monthlyPriceMinor: 49_900n, yearlyPriceMinor: null, imports: null, seats: 10, sessionsAtOnce: null },
}

/** What of an organization says how much it may have. */
export interface Contract {
  plan: Plan
  /** By agreement, beside those of the plan. */
  extraSeats: number
}

export const seatsOf = ({ plan, extraSeats }: Contract): number => planTerms[plan].seats + extraSeats

/** A plan's name in a sentence. */
export const planName = (plan: Plan): string =>
  ({ trial: 'trial', starter: 'Starter plan', professional: 'Professional plan', enterprise: 'Enterprise plan' })[plan]

/** The first instant of the month of an instant, and of the next one, in UTC. */
export function monthOf(instant: Date): { start: Date; end: Date } {
  const [year, month] = [instant.getUTCFullYear(), instant.getUTCMonth()]
  return { start: new Date(Date.UTC(year, month, 1)), end: new Date(Date.UTC(year, month + 1, 1)) }
}
