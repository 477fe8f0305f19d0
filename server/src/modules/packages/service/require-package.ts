import type { Tx } from '../../../database/tx.ts'
import { notFound } from '../../../kernel/errors.ts'
import { loadPackages, type PackageRow } from './package-rows.ts'

/** A package that somebody names, retired or not: what was sold is paid long after. Throws NOT_FOUND where there is none. */
export async function requirePackage(tx: Tx, id: string): Promise<PackageRow> {
  const found = (await loadPackages(tx, [id])).get(id)
  if (!found) throw notFound('package')
  return found
}
