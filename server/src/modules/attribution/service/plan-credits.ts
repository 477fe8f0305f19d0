import type { Tx } from '../../../database/tx.ts'
import type { AttributionDecision } from './attribution-facts.ts'
import { creditReports } from './credit-report.ts'
import { decideCredit } from './decide-credit.ts'
import type { DecidedAhead } from './first-payments.ts'
import { loadHandedCredits } from './handed-credits.ts'
import { heirsOf } from './heirs-of.ts'
import { loadAttributionFacts } from './load-attribution-facts.ts'
import { loadPaymentsToCredit, type StandingPayment } from './payments-to-credit.ts'
import type { Scope } from './rerun-scope.ts'

/** A credit that the rules would give, where it is not the one that stands. */
export interface PlannedCredit {
  payment: StandingPayment
  decision: AttributionDecision
}

/** What crediting some payments comes to. */
export interface CreditPlan {
  /** The payments asked for and what inherits from them, the earliest first. */
  payments: readonly StandingPayment[]
  changes: readonly PlannedCredit[]
}

/** With those that inherit from them, the payments to credit are more than go at once; up to the one named there were few enough. */
export class TooManyToCredit extends Error {
  readonly beyond: StandingPayment

  constructor(beyond: StandingPayment) {
    super('More payments are to be credited than go at once')
    this.beyond = beyond
  }
}

export interface CreditOptions {
  /** Whether the rows are held for update. */
  hold: boolean
  most?: number
  /** What was decided of earlier payments and is not stored. */
  ahead?: DecidedAhead | undefined
  /** Payments that come in a turn of their own: they are not decided along with whom they inherit from. */
  inOwnTurn?: Scope | undefined
}

/**
 * Decides to whom payments are credited, by the rules, from what is known now, and stores nothing. What inherits from a payment whose
 * credit would change is decided too. A credit by hand is left alone, and so is what counts no more. Throws TooManyToCredit where they
 * are more than `most`, before more is read of them than which they are.
 */
export async function planCredits(tx: Tx, ids: readonly string[], options: CreditOptions): Promise<CreditPlan> {
  const asked = await loadPaymentsToCredit(tx, ids, options)
  const first = await decideAll(tx, asked, options.ahead)
  const firsts = first.filter(({ payment, decision }) => payment.subscriptionRef !== null && differs(decision, payment))
  const ahead: DecidedAhead = new Map([...(options.ahead ?? []), ...firsts.map(({ payment, decision }) => [payment.id, decision] as const)])
  const heirIds = await heirsOf(
    tx,
    firsts.map(({ payment }) => payment),
    options.inOwnTurn && { scope: options.inOwnTurn, butOf: ids },
  )
  refuseTooMany(asked, heirIds, options.most ?? Infinity)
  const heirs = await loadPaymentsToCredit(tx, [...heirIds.values()].flat(), options)
  const inherited = await decideAll(tx, heirs, ahead)
  const known = new Set(heirs.map(({ id }) => id))
  const changes = [...first.filter(({ payment }) => !known.has(payment.id)), ...inherited].filter(
    ({ payment, decision }) => !payment.decided || differs(decision, payment),
  )
  return {
    payments: byTime([...asked.filter(({ id }) => !known.has(id)), ...heirs], (payment) => payment),
    changes: byTime(changes, ({ payment }) => payment),
  }
}

/** The earliest payments go at once, each with its heirs, as far as they are few enough. */
function refuseTooMany(asked: readonly StandingPayment[], heirIds: ReadonlyMap<string, readonly string[]>, most: number): void {
  const together = new Set<string>()
  for (const payment of asked) {
    for (const id of [payment.id, ...(heirIds.get(payment.id) ?? [])]) together.add(id)
    if (together.size > most) throw new TooManyToCredit(payment)
  }
}

const byTime = <Thing>(things: readonly Thing[], of: (thing: Thing) => StandingPayment): Thing[] =>
  [...things].sort((a, b) => of(a).paidAt.getTime() - of(b).paidAt.getTime() || (of(a).id < of(b).id ? -1 : 1))

/** What the rules come to of payments, whatever stands; what is locked or gone is left out. */
export async function decideAll(tx: Tx, payments: readonly StandingPayment[], ahead?: DecidedAhead): Promise<PlannedCredit[]> {
  const open = payments.filter(({ locked, gone }) => !locked && !gone)
  const reports = await creditReports(
    tx,
    open.flatMap(({ formId }) => formId ?? []),
  )
  const others = open.filter(({ formId }) => formId === null)
  const facts = others.length > 0 ? await loadAttributionFacts(tx, others, ahead) : []
  const handed = await loadHandedCredits(
    tx,
    others.filter((payment) => payment.handed).map(({ id }) => id),
  )
  return [
    ...open.flatMap((payment) => {
      const decision = payment.formId && reports.get(payment.formId)
      return decision ? [{ payment, decision }] : []
    }),
    ...facts.flatMap((fact, index) => {
      const payment = others[index]
      return payment ? [{ payment, decision: decideCredit(fact, handed.get(payment.id) ?? null) }] : []
    }),
  ]
}

const compared = ['method', 'confidence', 'leadId', 'eventId', 'closerId', 'setterId', 'sourceId', 'trafficTypeId'] as const

/** Whether a decision credits otherwise, or is otherwise sure, than what stands. */
export const differs = (
  decision: Pick<AttributionDecision, (typeof compared)[number] | 'shares'>,
  standing: Pick<StandingPayment, (typeof compared)[number] | 'shares'>,
): boolean => compared.some((key) => decision[key] !== standing[key]) || sharesInWords(decision) !== sharesInWords(standing)

const sharesInWords = ({ shares }: Pick<StandingPayment, 'shares'>): string =>
  shares.map(({ role, personId, percent }) => `${role} ${personId} ${percent}`).join(', ')
