import type { Chance } from './chance.ts'
import { type Currency, decimals, type Filing } from './history.ts'

const happenings = ['closed', 'closed', 'closed', 'deposit', 'offer_made', 'no_offer', 'no_show', 'canceled', 'rescheduled'] as const

/** Of a call that was moved, if anything, mostly that it was; the lead may have used its link only once it was over. */
const happeningsBeforeMoves = ['rescheduled', 'rescheduled', 'closed', 'offer_made', 'no_show'] as const

/** What is said on the form of a call, and amended. */
export function tellFilings({ isLast }: { isLast: boolean }, chance: Chance): Filing[] {
  const count = isLast ? chance.pick([0, 1, 1, 2, 3]) : chance.pick([0, 0, 0, 1])
  return Array.from({ length: count }, () => {
    const happened = chance.pick(isLast ? happenings : happeningsBeforeMoves)
    const paid = happened === 'deposit' || (happened === 'closed' && chance.whole(1, 4) > 1)
    return { by: chance.pick(['rep', 'admin']), happened, cash: paid ? tellMoney(chance) : null }
  })
}

export const tellCurrency = (chance: Chance): Currency => chance.pick(['USD', 'USD', 'USD', 'JPY', 'KWD'])

/** In minor units; three-decimal amounts end in a zero at the processors. */
export const tellAmount = (currency: Currency, chance: Chance): number => chance.whole(2, 400) * 10 * 10 ** decimals[currency]

function tellMoney(chance: Chance): NonNullable<Filing['cash']> {
  const currency = tellCurrency(chance)
  return { amountMinor: tellAmount(currency, chance), currency }
}
