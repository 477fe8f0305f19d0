import type { OrganizationPlan } from '../../apollo/generated/graphql.ts'
import { Badge } from '../../components/badge.tsx'
import { Money } from '../../components/figures.tsx'
import { formatCount } from '../../lib/format-count.ts'
import type { Money as MoneyValue } from '../../lib/format-money.ts'
import { planNames } from './plan-words.ts'

/** What a plan costs and allows; null in a limit is "any number". */
export interface Offer {
  plan: OrganizationPlan
  monthlyPrice: MoneyValue
  /** Null where a year at once is not offered. */
  yearlyPrice: MoneyValue | null
  imports: number | null
  seats: number
  sessionsAtOnce: number | null
}

const anyNumber = (limit: number | null): string => (limit === null ? 'Any number' : formatCount(limit))

const isFree = ({ monthlyPrice }: Offer): boolean => Number(monthlyPrice.amount) === 0

const rows: readonly { term: string; say: (offer: Offer) => string }[] = [
  {
    term: 'Seats',
    say: ({ seats, plan }) => (plan === 'ENTERPRISE' ? `${formatCount(seats)}, more by agreement` : formatCount(seats)),
  },
  { term: 'Imports a month', say: ({ imports }) => anyNumber(imports) },
  { term: 'Sessions at once', say: ({ sessionsAtOnce }) => anyNumber(sessionsAtOnce) },
]

/** The plans side by side; on a phone one below the other. The one that the organization has is marked. */
export function PlanTable({ offers, current }: { offers: readonly Offer[]; current: OrganizationPlan }) {
  return (
    <ul
      aria-label="Plans"
      className="-mx-4 grid overflow-hidden border-t border-line sm:grid-cols-2 md:-mx-6 xl:grid-cols-4"
    >
      {offers.map((offer) => (
        <li
          key={offer.plan}
          aria-current={offer.plan === current || undefined}
          className="-mb-px -ml-px flex flex-col border-b border-l border-line px-4 py-4 md:px-6"
        >
          <div className="flex min-h-6 items-center gap-2">
            <h3 className="font-semibold">{planNames[offer.plan]}</h3>
            {offer.plan === current && <Badge tone="accent">Yours</Badge>}
          </div>
          <p className="mt-1 text-figure font-semibold tracking-(--track-figure)">
            {isFree(offer) ? 'Free' : <Money value={offer.monthlyPrice} precision="whole" />}
          </p>
          <p className="min-h-6 text-small text-fg-3">
            {isFree(offer) ? (
              'For seven days'
            ) : (
              <>
                a month
                {offer.yearlyPrice && (
                  <>
                    , or <Money value={offer.yearlyPrice} precision="whole" /> a year
                  </>
                )}
              </>
            )}
          </p>
          <dl className="mt-2 flex flex-col gap-1.5">
            {rows.map(({ term, say }) => (
              <div key={term} className="flex justify-between gap-3">
                <dt className="text-fg-3">{term}</dt>
                <dd className="text-right">{say(offer)}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  )
}
