import { postCallForms } from '@clinch/drizzle/tables'
import type { JudgedAnswers } from '@clinch/schema/forms'
import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../../database/tx.ts'

/** A form's answers as they are kept, its own fields among them. */
export interface FiledAnswers extends JudgedAnswers {
  fields: Readonly<Record<string, unknown>>
}

export interface FiledForm {
  id: string
  version: number
  answers: FiledAnswers
}

/** The form that was filed of an event, if one was. */
export async function filedForm(tx: Tx, eventId: string): Promise<FiledForm | null> {
  const [row] = await tx.db
    .select()
    .from(postCallForms)
    .where(and(eq(postCallForms.organizationId, tx.organizationId), eq(postCallForms.eventId, eventId)))
  if (!row) return null
  const { callOccurred, leadShowed, offerMade, dealClosed, resolution, paymentType, notes, fields } = row
  const { packageId, callOutcomeId, opportunityStatusId } = row
  const cashCollected =
    row.cashCollectedMinor !== null && row.cashCurrency !== null
      ? { amountMinor: row.cashCollectedMinor, currency: row.cashCurrency }
      : null
  return {
    id: row.id,
    version: row.version,
    answers: {
      ...{ callOccurred, leadShowed, offerMade, dealClosed, resolution, cashCollected, paymentType },
      ...{ packageId, callOutcomeId, opportunityStatusId, notes, fields },
    },
  }
}

/** Whether two forms say the same, in whatever order their fields stand. */
export const sayTheSame = (one: FiledAnswers, other: FiledAnswers): boolean => fingerprint(one) === fingerprint(other)

const fingerprint = (answers: FiledAnswers): string =>
  JSON.stringify(inOrder({ ...answers, cashCollected: answers.cashCollected && plain(answers.cashCollected) }))

/** Money as JSON can hold it. */
export const plain = ({ amountMinor, currency }: { amountMinor: bigint; currency: string }) => ({
  amountMinor: String(amountMinor),
  currency,
})

/** The same with the members of every object in the order of their names. */
function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.entries(value)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, inner]) => [name, inOrder(inner)])
}
