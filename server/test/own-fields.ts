import type { Actor } from '../src/kernel/actor.ts'
import { createCustomField, type CreateCustomField } from '../src/modules/fields/service/create-custom-field.ts'
import { createLead } from '../src/modules/leads/service/create-lead.ts'
import { setLeadCustomFields } from '../src/modules/leads/service/set-lead-custom-fields.ts'
import type { TestDatabase } from './database.ts'
import { adminOf, as, makeOrganization } from './intake.ts'

/** An admin of an organization of their own. */
export const newAdmin = async (test: TestDatabase): Promise<Actor> => adminOf(await makeOrganization(test))

/** Makes a field, of leads unless said. Answers its id. */
export async function makeField(test: TestDatabase, actor: Actor, field: Partial<CreateCustomField> & { label: string }): Promise<string> {
  const input = { subject: 'lead', kind: 'text', ...field } as const
  return (await as(test.database, actor, (tx) => createCustomField({ actor, input, tx }))).id
}

const choices = { options: [{ label: 'Hot', color: 'rust' }, { label: 'Warm' }, { label: 'Cold' }] } as const

/** A field of leads of every kind; its key is its kind. */
export async function makeEveryField(test: TestDatabase, actor: Actor): Promise<void> {
  for (const kind of ['text', 'long_text', 'number', 'money', 'boolean', 'date', 'email', 'phone', 'url'] as const)
    await makeField(test, actor, { kind, label: kind, key: kind })
  for (const kind of ['select', 'multi_select'] as const)
    await makeField(test, actor, { kind, label: kind, key: kind, options: [...choices.options] })
}

/** Makes a lead with values of own fields. Answers its id. */
export async function leadWith(
  test: TestDatabase,
  actor: Actor,
  name: string,
  values: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const email = `${name.toLowerCase()}@example.com`
  const { id } = await as(test.database, actor, (tx) => createLead({ actor, input: { name, email }, tx }))
  if (Object.keys(values).length > 0) await setLead(test, actor, id, values)
  return id
}

/** Writes to the own fields of a lead. */
export const setLead = (test: TestDatabase, actor: Actor, id: string, values: Readonly<Record<string, unknown>>) =>
  as(test.database, actor, (tx) => setLeadCustomFields({ actor, input: { id, values }, tx }))

/** What a row has, seen from behind. */
export async function valuesOf(test: TestDatabase, table: 'leads' | 'events' | 'payments', id: string): Promise<unknown> {
  const [row] = await test.owner<{ values: unknown }[]>`select custom_fields as values from ${test.owner(table)} where id = ${id}`
  return row?.values
}
