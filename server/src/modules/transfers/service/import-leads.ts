import { imports } from '@clinch/drizzle/tables'
import type { FieldValues } from '@clinch/schema/fields'
import { z } from 'zod'
import type { Tx } from '../../../database/tx.ts'
import { actorName, authorize } from '../../../kernel/actor.ts'
import { badInput, type FieldProblem } from '../../../kernel/errors.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { type CountryCode, normaliseEmail, normalisePhone } from '../../../lib/identity.ts'
import { fillValues, judgePosted, listFields, PostedValues } from '../../fields/service/index.ts'
import { findOrCreateLeads, homeCountry } from '../../leads/service/index.ts'
import { countImport } from '../../organizations/service/index.ts'

export const largestImport = 1_000
const toldProblems = 100

const Row = z.object({
  name: z.string().trim(),
  email: z.string().trim().nullish(),
  phone: z.string().trim().nullish(),
  customFields: PostedValues.nullish(),
})
const ImportLeads = z.object({
  fileName: z.string().trim().min(1, 'Name the file.').max(200, 'A file name has at most 200 characters.'),
  rows: z.array(Row).min(1, 'There is no row to import.').max(largestImport, `At most ${largestImport} rows at once. Split the file.`),
})
export type ImportLeads = z.input<typeof ImportLeads>

/**
 * Imports leads from the rows of a file, all of them or none: each is found by its e-mail address or phone number, or made. It is one of
 * the month's imports, however many rows it has. What it teaches of them credits the payments that waited for it. Of the organization's own
 * fields a lead takes those that they have none of: what is known of somebody is not overwritten by a file, and nothing is demanded of it.
 * What does not fit is BAD_USER_INPUT that names each row, counted from 1.
 */
export async function importLeads({ actor, input, tx }: Verb<ImportLeads>): Promise<{ id: string }> {
  authorize(actor, 'organization:manage')
  const { fileName, rows } = parseInput(ImportLeads, input)
  const listed = rows.map(({ name, email, phone }) => ({ name, email: email || null, phone: phone || null }))
  const country = await homeCountry(tx)
  const own = await judgeOwn(tx, rows)
  const problems = listed.flatMap((row, index) => [...problemsOf(row, index, country), ...(own[index]?.problems ?? [])])
  if (problems.length > 0) throw badInput(problems.slice(0, toldProblems))
  const { at } = await countImport(tx)
  const { created, leadIds } = await findOrCreateLeads(tx, listed, 'import')
  await fillValues(
    tx,
    'lead',
    leadIds.map((id, index) => ({ id, values: own[index]?.values ?? {} })),
  )
  const [row] = await tx.db
    .insert(imports)
    .values({
      organizationId: tx.organizationId,
      kind: 'leads',
      fileName,
      rowCount: rows.length,
      createdCount: created,
      knownCount: rows.length - created,
      importedBy: actorName(actor),
      createdAt: at,
    })
    .returning({ id: imports.id })
  if (!row) throw new Error('An inserted import was not returned')
  return row
}

interface OwnOfRow {
  values: FieldValues
  problems: readonly FieldProblem[]
}

/** What each row says of the organization's own fields, by its place. */
async function judgeOwn(tx: Tx, rows: readonly z.output<typeof Row>[]): Promise<readonly OwnOfRow[]> {
  if (!rows.some(({ customFields }) => customFields)) return []
  const fields = await listFields(tx, 'lead')
  return rows.map(({ customFields }, index) => {
    const { verdict, problems = [] } = judgePosted(fields, customFields ?? {}, { path: `rows.${index}.customFields` })
    return {
      values: verdict?.set ?? {},
      problems: problems.map(({ message, ...problem }) => ({ ...problem, message: `Row ${index + 1}: ${message}` })),
    }
  })
}

interface ImportRow {
  name: string
  email: string | null
  phone: string | null
}

function problemsOf({ name, email, phone }: ImportRow, index: number, country: CountryCode | undefined): FieldProblem[] {
  const say = (field: string, message: string): FieldProblem => ({
    path: `rows.${index}.${field}`,
    message: `Row ${index + 1}: ${message}`,
  })
  return [
    ...(name === '' ? [say('name', 'a lead has a name.')] : []),
    ...(name.length > 200 ? [say('name', 'a name has at most 200 characters.')] : []),
    ...(email !== null && normaliseEmail(email) === null ? [say('email', `“${email.slice(0, 60)}” is no e-mail address.`)] : []),
    ...(phone !== null && normalisePhone(phone, country) === null ? [say('phone', `“${phone.slice(0, 60)}” is no phone number.`)] : []),
    ...(email === null && phone === null ? [say('email', 'give an e-mail address or a phone number.')] : []),
  ]
}
