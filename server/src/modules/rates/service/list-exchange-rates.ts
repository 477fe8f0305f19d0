import { Conditions } from '../../../database/conditions.ts'
import { countList, type ListQuery, type Page, type PageRequest, readPage } from '../../../database/keyset.ts'
import type { Tx } from '../../../database/tx.ts'

/** One of an organization's own rates: how much of `quote` one unit of `base` was on a day. */
export interface ExchangeRateRow {
  id: string
  day: string
  base: string
  quote: string
  rate: string
  origin: 'manual' | 'file'
  setByName: string
  setAt: string
}

export interface ExchangeRateFilter {
  currencies?: readonly string[] | undefined
  origins?: readonly string[] | undefined
  days?: { from: string; to: string } | undefined
}

const columns = `x.id, x.day::text, x.base, x.quote, trim_scale(x.rate)::text as rate, x.origin, x.set_by_name as "setByName", x.set_at as "setAt"`

function listOf(tx: Tx, { currencies, origins, days }: ExchangeRateFilter): ListQuery {
  const conditions = new Conditions([tx.organizationId]).always('x.organization_id = $1').anyText('x.origin', origins)
  if (currencies) conditions.add(currencies, (p) => `(x.base = any(${p}::text[]) or x.quote = any(${p}::text[]))`)
  if (days) {
    conditions.add(days.from, (p) => `x.day >= ${p}::text::date`)
    conditions.add(days.to, (p) => `x.day <= ${p}::text::date`)
  }
  return { select: columns, from: 'exchange_rates x', where: conditions.where, parameters: conditions.parameters }
}

/** A page of the organization's own rates, the newest day first. */
export const listExchangeRates = (tx: Tx, filter: ExchangeRateFilter, page: PageRequest): Promise<Page<ExchangeRateRow>> =>
  readPage<ExchangeRateRow>(tx, listOf(tx, filter), { column: 'x.day', id: 'x.id', type: 'date', direction: 'desc' }, page)

export const countExchangeRates = (tx: Tx, filter: ExchangeRateFilter): Promise<number> => countList(tx, listOf(tx, filter))

export async function loadExchangeRate(tx: Tx, id: string): Promise<ExchangeRateRow | null> {
  const [row] = await tx.query<ExchangeRateRow>(`select ${columns} from exchange_rates x where x.organization_id = $1 and x.id = $2`, [
    tx.organizationId,
    id,
  ])
  return row ?? null
}
