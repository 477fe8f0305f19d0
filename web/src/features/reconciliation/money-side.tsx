import { graphql } from '../../apollo/generated/index.ts'
import { DateTime, Money } from '../../components/figures.tsx'
import { TextLink } from '../../components/text-link.tsx'
import { paymentPath } from '../../lib/page-search.ts'
import { payerOf, toldBy, type OneSide } from './reconciliation-words.ts'

graphql(`
  fragment ReconciliationMoney_payment on Payment {
    id
    origin
    provider
    offPlatformMethod
    paidAt
    customerName
    customerEmail
    lead {
      id
      fullName
    }
    closer {
      id
      name
    }
    amount {
      amount
      currency
    }
  }
`)

/** One side of a pair: whose money, how much, who told of it and when. */
export function MoneySide({ payment, note, alike = false }: { payment: OneSide; note?: string; alike?: boolean }) {
  return (
    <div className="min-w-0">
      <p className="flex items-baseline gap-3">
        <span className="min-w-0 flex-1 truncate">
          <TextLink quiet to={paymentPath(payment.id)}>
            {payerOf(payment)}
          </TextLink>
        </span>
        <span className="font-medium">
          <Money value={payment.amount} />
        </span>
      </p>
      <p className="truncate text-small text-fg-2">
        {toldBy(payment)}, <DateTime at={payment.paidAt} />
      </p>
      {note && <p className={`text-small text-pretty ${alike ? 'text-fg-2' : 'text-warn'}`}>{note}</p>}
    </div>
  )
}
