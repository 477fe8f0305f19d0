import type { Page } from '../../../database/keyset.ts'
import type { Tx } from '../../../database/tx.ts'
import { sightOf } from './portal-settings.ts'

/**
 * Rows as the caller of a transaction may read them: a rep who is not shown how to reach leads reads them `masked`. Whatever people or
 * providers write freely is masked so where its rows are loaded, and each field that shows it is safe by that.
 */
export async function asShown<Row>(tx: Tx, reading: Promise<Row[]>, masked: (row: Row) => Row): Promise<Row[]> {
  const [rows, { leadContacts }] = await Promise.all([reading, sightOf(tx)])
  return leadContacts ? rows : rows.map(masked)
}

/** The same of a page. */
export async function pageAsShown<Row>(tx: Tx, reading: Promise<Page<Row>>, masked: (row: Row) => Row): Promise<Page<Row>> {
  const [page, { leadContacts }] = await Promise.all([reading, sightOf(tx)])
  return leadContacts ? page : { ...page, rows: page.rows.map(masked) }
}
