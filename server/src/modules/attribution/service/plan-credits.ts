import type { Tx } from '../../../database/tx.ts'
import { inTurn } from '../../payments/service/index.ts'
import type { AttributionDecision } from './attribution-facts.ts'
import { creditReports } from './credit-report.ts'
import { decideAttribution } from './decide-attribution.ts'
import { type DecidedAhead, standsFirst } from './first-payments.ts'
import { loadAttributionFacts } from './load-attribution-facts.ts'
import { loadPaymentsToCredit, type StandingPayment } from './payments-to-credit.ts'

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

/**
 * Decides to whom payments are credited, by the rules, from what is known now, and stores nothing. What inherits from a payment whose
 * credit would change is decided too. A credit by hand is left alone, and so is what counts no more. Throws TooManyToCredit where they
 * are more than `most`, before more is read of them than which they are.
 */
export async function planCredits(tx: Tx, ids: readonly string[], options: { hold: boolean; most?: number }): Promise<CreditPlan> {
  const asked = await loadPaymentsToCredit(tx, ids, options)
  const first = await decideAll(tx, asked)
  const firsts = first.filter(({ payment, decision }) => payment.subscriptionRef !== null && differs(decision, payment))
  const ahead: DecidedAhead = new Map(firsts.map(({ payment, decision }) => [payment.id, decision]))
  const heirIds = await heirsOf(
    tx,
    firsts.map(({ payment }) => payment),
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

async function decideAll(tx: Tx, payments: readonly StandingPayment[], ahead?: DecidedAhead): Promise<PlannedCredit[]> {
  const open = payments.filter(({ locked, gone }) => !locked && !gone)
  const reports = await creditReports(
    tx,
    open.flatMap(({ formId }) => formId ?? []),
  )
  const others = open.filter(({ formId }) => formId === null)
  const facts = others.length > 0 ? await loadAttributionFacts(tx, others, ahead) : []
  return [
    ...open.flatMap((payment) => {
      const decision = payment.formId && reports.get(payment.formId)
      return decision ? [{ payment, decision }] : []
    }),
    ...facts.flatMap((fact, index) => {
      const payment = others[index]
      return payment ? [{ payment, decision: decideAttribution(fact) }] : []
    }),
  ]
}

/** The later payments of the subscriptions that these payments are the first of, by the first. */
async function heirsOf(tx: Tx, payments: readonly StandingPayment[]): Promise<ReadonlyMap<string, string[]>> {
  const subscriptions = payments.flatMap(({ id, connectionId, subscriptionRef }) =>
    connectionId !== null && subscriptionRef !== null ? [{ id, connectionId, subscriptionRef }] : [],
  )
  const heirs = new Map<string, string[]>(subscriptions.map(({ id }) => [id, []]))
  if (subscriptions.length === 0) return heirs
  const rows = await tx.query<{ id: string; first: string | null }>(
    `select p.id, w.first from (
       select w.connection, w.ref, (select f.id from (select p.* from payments p where p.organization_id = $1 and p.connection_id = w.connection
         and p.subscription_ref = w.ref and ${standsFirst} order by ${inTurn('p')} limit 1) f) as first
       from (select distinct * from unnest($2::uuid[], $3::text[]) as w(connection, ref)) w) w
     join payments p on p.organization_id = $1 and p.connection_id = w.connection and p.subscription_ref = w.ref`,
    [tx.organizationId, subscriptions.map(({ connectionId }) => connectionId), subscriptions.map(({ subscriptionRef }) => subscriptionRef)],
  )
  for (const { id, first } of rows) if (id !== first) heirs.get(first ?? '')?.push(id)
  return heirs
}

const compared = ['method', 'confidence', 'leadId', 'eventId', 'closerId', 'setterId', 'sourceId', 'trafficTypeId'] as const

/** Whether a decision credits otherwise, or is otherwise sure, than what stands. */
export const differs = (
  decision: Pick<AttributionDecision, (typeof compared)[number] | 'shares'>,
  standing: Pick<StandingPayment, (typeof compared)[number] | 'shares'>,
): boolean => compared.some((key) => decision[key] !== standing[key]) || sharesInWords(decision) !== sharesInWords(standing)

const sharesInWords = ({ shares }: Pick<StandingPayment, 'shares'>): string =>
  shares.map(({ role, personId, percent }) => `${role} ${personId} ${percent}`).join(', ')
