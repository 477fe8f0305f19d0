import { standardForm, type FormDefinition } from '@clinch/schema/forms'
import { countList, type Page, type PageRequest, readPage } from '../../../database/keyset.ts'
import type { Tx } from '../../../database/tx.ts'
import { notFound } from '../../../kernel/errors.ts'

/** One version of what an organization's form asks. */
export interface DefinitionRow {
  /** Null for the standard form, which nobody made. */
  id: string | null
  /** 0 for the standard form, which is in force until another is saved; then from 1. */
  version: number
  definition: FormDefinition
  madeAt: string | null
  madeByName: string | null
}

interface SavedRow extends DefinitionRow {
  id: string
}

export const standardDefinition: DefinitionRow = { id: null, version: 0, definition: standardForm, madeAt: null, madeByName: null }

const columns = 'v.id, v.number as version, v.definition, v.made_at as "madeAt", v.made_by_name as "madeByName"'

/** What a form that is filed now has to answer. */
export async function definitionInForce(tx: Tx): Promise<DefinitionRow> {
  const [newest] = await tx.query<SavedRow>(
    `select ${columns} from form_versions v where v.organization_id = $1 order by v.number desc limit 1`,
    [tx.organizationId],
  )
  return newest ?? standardDefinition
}

/** One version by its number, 0 for the standard form; the one in force where none is named. Throws NOT_FOUND. */
export async function readDefinition(tx: Tx, version: number | null): Promise<DefinitionRow> {
  if (version === null) return definitionInForce(tx)
  if (version === 0) return standardDefinition
  const [row] = await tx.query<SavedRow>(`select ${columns} from form_versions v where v.organization_id = $1 and v.number = $2`, [
    tx.organizationId,
    version,
  ])
  if (!row) throw notFound('version of the form')
  return row
}

/** Versions by the id of each. */
export async function loadDefinitions(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, DefinitionRow>> {
  const rows = await tx.query<SavedRow>(`select ${columns} from form_versions v where v.organization_id = $1 and v.id = any($2::uuid[])`, [
    tx.organizationId,
    ids,
  ])
  return new Map(rows.map((row) => [row.id, row]))
}

const newestFirst = { column: 'v.number', id: 'v.id', type: 'bigint', direction: 'desc' } as const

/** Every version that was saved, the newest first. */
export async function listDefinitions(tx: Tx, request: PageRequest): Promise<{ page: Page<DefinitionRow>; count: () => Promise<number> }> {
  const list = { select: columns, from: 'form_versions v', where: 'v.organization_id = $1', parameters: [tx.organizationId] }
  return { page: await readPage<SavedRow>(tx, list, newestFirst, request), count: () => countList(tx, list) }
}
