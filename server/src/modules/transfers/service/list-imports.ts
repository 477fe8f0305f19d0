import { countList, type ListQuery, type Page, type PageRequest, readPage } from '../../../database/keyset.ts'
import type { Tx } from '../../../database/tx.ts'

export interface ImportRow {
  id: string
  kind: string
  fileName: string
  rowCount: number
  createdCount: number
  knownCount: number
  importedBy: string
  createdAt: string
}

const columns = `i.id, i.kind, i.file_name as "fileName", i.row_count as "rowCount", i.created_count as "createdCount",
  i.known_count as "knownCount", i.imported_by as "importedBy", i.created_at as "createdAt"`

const listOf = (tx: Tx): ListQuery => ({
  select: columns,
  from: 'imports i',
  where: 'i.organization_id = $1',
  parameters: [tx.organizationId],
})

/** A page of imports, the newest first. */
export const listImports = (tx: Tx, page: PageRequest): Promise<Page<ImportRow>> =>
  readPage<ImportRow>(tx, listOf(tx), { column: 'i.created_at', id: 'i.id', type: 'timestamptz', direction: 'desc' }, page)

export const countImports = (tx: Tx): Promise<number> => countList(tx, listOf(tx))

export async function loadImport(tx: Tx, id: string): Promise<ImportRow | null> {
  const [row] = await tx.query<ImportRow>(`select ${columns} from imports i where i.organization_id = $1 and i.id = $2`, [
    tx.organizationId,
    id,
  ])
  return row ?? null
}
