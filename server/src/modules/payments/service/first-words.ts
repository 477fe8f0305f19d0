import type { PaymentWords } from '@clinch/drizzle/tables'
import { isDeepStrictEqual } from 'node:util'
import { compareTurns, type Turn } from './in-turn.ts'
import { settle, settlePairs } from './settle.ts'

/** What the first payment of a subscription that began with nothing says, by itself and with what was told of that beginning. */
type BegunWith = Readonly<Record<'own' | 'shown', PaymentWords>>

/** A payment of a subscription, and what it says. */
export interface PaymentOfSubscription extends Turn {
  words: PaymentWords
  /** Of the payment that was taken for the first until now. */
  begunWith: BegunWith | null
  /** What the invoices say that it paid. */
  tied: PaymentWords | null
}

interface NewWords {
  id: string
  words: PaymentWords
  begunWith: BegunWith | null
}

/**
 * What the payments of a subscription say that began with an invoice which took nothing, as a trial does: its first money is what was agreed
 * at that beginning, so the turn and what that was for are said of it. Once an earlier payment becomes known, it is that one's, and the other
 * says what it said by itself. Answers those that say something else than before.
 */
export function firstWords(payments: readonly PaymentOfSubscription[], beginning: PaymentWords | null): NewWords[] {
  const own = new Map(payments.map((payment) => [payment.id, ownWords(payment)]))
  const turns = payments.filter(({ id }) => own.get(id)?.billingTurn !== 'once').sort(compareTurns)
  return payments.flatMap(({ id, words: before, begunWith: begunBefore }) => {
    const said = own.get(id) ?? before
    const shown = beginning && id === turns[0]?.id ? begun(said, beginning) : null
    const words = shown ?? said
    const begunWith = shown && { own: said, shown }
    return isDeepStrictEqual([words, begunWith], [before, begunBefore]) ? [] : [{ id, words, begunWith }]
  })
}

const begun = (own: PaymentWords, beginning: PaymentWords): PaymentWords => ({
  billingTurn: 'first',
  clientReference: settle(own.clientReference, beginning.clientReference),
  metadata: settlePairs(own.metadata, beginning.metadata),
})

/** What is not as it was shown was told since, by the payment itself. */
function ownWords({ words, begunWith, tied }: PaymentOfSubscription): PaymentWords {
  if (!begunWith) return words
  const { own, shown } = begunWith
  const reference = words.clientReference === shown.clientReference ? null : words.clientReference
  const since = Object.fromEntries(Object.entries(words.metadata).filter(([key, value]) => shown.metadata[key] !== value))
  return {
    billingTurn: settle(own.billingTurn, tied?.billingTurn),
    clientReference: settle(settle(own.clientReference, reference), tied?.clientReference),
    metadata: settlePairs(settlePairs(own.metadata, since), tied?.metadata ?? {}),
  }
}
