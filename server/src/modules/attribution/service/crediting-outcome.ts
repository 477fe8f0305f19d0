import { z } from 'zod'
import type { MovedMoney } from './moved-money.ts'
import { bySize, moveMoney } from './moved-money.ts'
import type { PlannedCredit } from './plan-credits.ts'

const minor = z.string().transform(BigInt)
const Credit = z.object({
  method: z.string(),
  confidence: z.string().nullable(),
  eventId: z.string().nullable(),
  closerId: z.string().nullable(),
  setterId: z.string().nullable(),
})

/** What came of a run so far, as its row keeps it: sums, and the first changes in full. It does not grow with the run's length. */
const Outcome = z.object({
  payments: z.int(),
  locked: z.int(),
  people: z.array(
    z.object({
      role: z.enum(['closer', 'setter']),
      personId: z.string(),
      currency: z.string(),
      gainedMinor: minor,
      lostMinor: minor,
      gainedPayments: z.int(),
      lostPayments: z.int(),
    }),
  ),
  changes: z.array(z.object({ payment: Credit.extend({ id: z.string() }), decision: Credit.extend({ summary: z.string() }) })),
})

/** A credit that changed, or would, in brief. */
export type ToldChange = z.output<typeof Outcome>['changes'][number]

export interface CreditingOutcome {
  /** How many payments were looked at in their own right, and how many of them are locked. */
  payments: number
  locked: number
  /** Whose money moves, the most first. */
  people: readonly MovedMoney[]
  /** The first of the credits that change. */
  changes: readonly ToldChange[]
}

/** So many changes are told one by one. */
export const mostTold = 50

const nothing: CreditingOutcome = { payments: 0, locked: 0, people: [], changes: [] }

export const readOutcome = (stored: unknown): CreditingOutcome => (stored === null ? nothing : Outcome.parse(stored))

/** As a row keeps it: JSON knows no bigint. */
export const storedOutcome = ({ people, ...outcome }: CreditingOutcome): object => ({
  ...outcome,
  people: people.map((person) => ({ ...person, gainedMinor: String(person.gainedMinor), lostMinor: String(person.lostMinor) })),
})

/** What came of a run after one more step of it. */
export const addStep = (
  before: CreditingOutcome,
  { places, changes }: { places: readonly { locked: boolean }[]; changes: readonly PlannedCredit[] },
): CreditingOutcome => ({
  payments: before.payments + places.length,
  locked: before.locked + places.filter(({ locked }) => locked).length,
  people: addMoves(before.people, moveMoney(changes)),
  changes: [...before.changes, ...changes.slice(0, Math.max(0, mostTold - before.changes.length)).map(inBrief)],
})

function addMoves(before: readonly MovedMoney[], moves: readonly MovedMoney[]): MovedMoney[] {
  const sums = new Map<string, MovedMoney>()
  for (const move of [...before, ...moves]) {
    const key = `${move.role} ${move.personId} ${move.currency}`
    const sum = sums.get(key)
    sums.set(
      key,
      sum
        ? {
            ...sum,
            gainedMinor: sum.gainedMinor + move.gainedMinor,
            lostMinor: sum.lostMinor + move.lostMinor,
            gainedPayments: sum.gainedPayments + move.gainedPayments,
            lostPayments: sum.lostPayments + move.lostPayments,
          }
        : move,
    )
  }
  return [...sums.values()].sort(bySize)
}

const inBrief = ({ payment, decision }: PlannedCredit): ToldChange => ({
  payment: { id: payment.id, ...briefly(payment) },
  decision: { summary: decision.summary, ...briefly(decision) },
})

const briefly = ({ method, confidence, eventId, closerId, setterId }: z.output<typeof Credit>) => ({
  method,
  confidence,
  eventId,
  closerId,
  setterId,
})
