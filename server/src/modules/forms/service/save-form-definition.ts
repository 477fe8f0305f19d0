import type { FieldKind } from '@clinch/schema/fields'
import { judgeDefinition, type FormDefinition, type FormPast, type PastOption } from '@clinch/schema/forms'
import { formVersions } from '@clinch/drizzle/tables'
import type { Tx } from '../../../database/tx.ts'
import { actorLabel, actorName, authorize } from '../../../kernel/actor.ts'
import { badInput, conflict } from '../../../kernel/errors.ts'
import { lockNames } from '../../../kernel/lock-names.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { SaveFormDefinition } from './definition-schemas.ts'
import { definitionInForce } from './form-definitions.ts'

/**
 * Makes another version of the organization's form, which is in force at once. Forms that are filed keep the version that they were filed
 * under. Saving what is in force already makes none.
 */
export async function saveFormDefinition({ actor, input, tx }: Verb<SaveFormDefinition>): Promise<{ version: number }> {
  authorize(actor, 'forms:write')
  const { expectedVersion, ...given } = parseInput(SaveFormDefinition, input)
  // Versions follow one another: of two who save at once, the second sees what the first saved. The organization's row stays free: a change
  // of its plan takes that after what every write here waits for.
  await lockNames(tx, ['form definition'])
  const current = await definitionInForce(tx)
  if (expectedVersion !== null && expectedVersion !== current.version) {
    throw conflict(`${current.madeByName ?? 'Somebody else'} changed the form meanwhile. Reload to see what they made of it.`)
  }
  const { definition, problems } = judgeDefinition(given, {
    kinds: await kindsEverUsed(tx),
    options: await optionsEverUsed(tx, current.version),
  })
  if (problems) throw badInput(problems)
  if (await isSame(tx, current.definition, definition)) return { version: current.version }
  const version = current.version + 1
  await tx.db.insert(formVersions).values({
    organizationId: tx.organizationId,
    number: version,
    definition: { ...definition },
    madeBy: actorLabel(actor),
    madeByName: actorName(actor),
    madeAt: new Date(),
  })
  return { version }
}

/** The kind of every field that any version had: what was filed under a key is of its kind for ever. */
async function kindsEverUsed(tx: Tx): Promise<ReadonlyMap<string, FieldKind>> {
  const rows = await tx.query<{ key: string; kind: FieldKind }>(
    `select distinct f.field->>'key' as key, f.field->>'kind' as kind
     from form_versions v cross join jsonb_array_elements(v.definition->'fields') f(field) where v.organization_id = $1`,
    [tx.organizationId],
  )
  return new Map(rows.map(({ key, kind }) => [key, kind]))
}

/** Every option that any version had, by the keys of its field and its own, as it was called last. */
async function optionsEverUsed(tx: Tx, versionInForce: number): Promise<FormPast['options']> {
  const rows = await tx.query<{ fieldKey: string; key: string; label: string; version: number }>(
    `select distinct on (1, 2) f.field->>'key' as "fieldKey", o.option->>'key' as key, o.option->>'label' as label, v.number as version
     from form_versions v cross join jsonb_array_elements(v.definition->'fields') f(field)
       cross join jsonb_array_elements(f.field->'options') o(option)
     where v.organization_id = $1 order by 1, 2, v.number desc`,
    [tx.organizationId],
  )
  const options = new Map<string, Map<string, PastOption>>()
  for (const { fieldKey, key, label, version } of rows) {
    const ofField = options.get(fieldKey) ?? new Map<string, PastOption>()
    options.set(fieldKey, ofField.set(key, { label, inForce: version === versionInForce }))
  }
  return options
}

/** Whether two definitions say the same, in whatever order their members were written down. */
async function isSame(tx: Tx, one: FormDefinition, other: FormDefinition): Promise<boolean> {
  const [row] = await tx.query<{ same: boolean }>(`select $1::text::jsonb = $2::text::jsonb as same`, [
    JSON.stringify(one),
    JSON.stringify(other),
  ])
  return row?.same === true
}
