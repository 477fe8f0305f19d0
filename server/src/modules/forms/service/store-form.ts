import { postCallForms, postCallFormVersions } from '@clinch/drizzle/tables'
import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../../database/tx.ts'
import { type Actor, actorLabel, actorName } from '../../../kernel/actor.ts'
import { type FiledAnswers, type FiledForm, plain } from './filed-form.ts'

export interface FormToStore {
  eventId: string
  answers: FiledAnswers
  /** The version of the organization's form that it is filed under; 0 for the standard one. */
  definitionVersion: number
  /** The form that it amends. */
  known: FiledForm | null
}

/** Stores a form and its version. Who filed it first stays its filer; each version names its own. Answers the form's id. */
export async function storeForm(tx: Tx, actor: Actor, { eventId, answers, definitionVersion, known }: FormToStore): Promise<string> {
  const { cashCollected, fields, ...standard } = answers
  const now = new Date()
  const version = (known?.version ?? 0) + 1
  const by = { submittedBy: actorLabel(actor), submittedByName: actorName(actor) }
  const formVersion = definitionVersion === 0 ? null : definitionVersion
  const values = {
    ...standard,
    cashCollectedMinor: cashCollected?.amountMinor ?? null,
    cashCurrency: cashCollected?.currency ?? null,
    fields: { ...fields },
    formVersion,
    version,
  }
  const [row] = known
    ? await tx.db
        .update(postCallForms)
        .set({ ...values, amendedAt: now })
        .where(and(eq(postCallForms.organizationId, tx.organizationId), eq(postCallForms.id, known.id)))
        .returning({ id: postCallForms.id })
    : await tx.db
        .insert(postCallForms)
        .values({ organizationId: tx.organizationId, eventId, ...values, ...by, submittedAt: now })
        .returning({ id: postCallForms.id })
  if (!row) throw new Error('A stored form was not returned')
  await tx.db.insert(postCallFormVersions).values({
    organizationId: tx.organizationId,
    formId: row.id,
    version,
    answers: { ...standard, cashCollected: cashCollected && plain(cashCollected), fields: { ...fields }, formVersion },
    submittedAt: now,
    ...by,
  })
  return row.id
}
