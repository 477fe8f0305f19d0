import type { Tx } from '../../../database/tx.ts'

export const dimensions = ['closer', 'setter', 'source', 'traffic_type', 'call_type', 'day', 'week', 'month'] as const
export type Dimension = (typeof dimensions)[number]

/** The key of a dimension, in SQL: of an event `e`, or of a payment `p` with its event `v`; days are of the time zone `$4`. */
export function dimensionSql(
  dimension: Dimension,
  moment: string,
  of: 'event' | 'payment',
  people: { closer: string; setter: string },
): string {
  const credit = of === 'event' ? 'e' : 'p'
  switch (dimension) {
    case 'closer':
      return of === 'event' ? 'e.closer_id' : people.closer
    case 'setter':
      return of === 'event' ? 'e.setter_id' : people.setter
    case 'source':
      return `${credit}.source_id`
    case 'traffic_type':
      return `${credit}.traffic_type_id`
    case 'call_type':
      return of === 'event' ? 'e.call_type_id' : 'v.call_type_id'
    case 'day':
      return `(${moment} at time zone $4::text)::date`
    case 'week':
      return `date_trunc('week', ${moment} at time zone $4::text)::date`
    case 'month':
      return `date_trunc('month', ${moment} at time zone $4::text)::date`
  }
}

/** The key of a dimension of a closer's open day `o`. Days are not divided by what is no closer and no time. */
export function openDaySql(dimension: Dimension): string {
  switch (dimension) {
    case 'closer':
      return 'o.closer_id'
    case 'day':
      return 'o.day'
    case 'week':
    case 'month':
      return `date_trunc('${dimension}', o.day::timestamp)::date`
    case 'setter':
    case 'source':
    case 'traffic_type':
    case 'call_type':
      return 'null::uuid'
  }
}

const tableOf: Readonly<Partial<Record<Dimension, { table: string; none: string }>>> = {
  closer: { table: 'closers', none: 'No closer' },
  setter: { table: 'setters', none: 'No setter' },
  source: { table: 'sources', none: 'No source' },
  traffic_type: { table: 'traffic_types', none: 'No traffic type' },
  call_type: { table: 'call_types', none: 'No call type' },
}

/** What to show for the keys of a dimension; a day stands for itself. */
export async function labelsOf(tx: Tx, dimension: Dimension, keys: readonly (string | null)[]): Promise<(key: string | null) => string> {
  const named = tableOf[dimension]
  if (!named) return (key) => key ?? ''
  const ids = [...new Set(keys.filter((key) => key !== null))]
  const rows = ids.length
    ? await tx.query<{ id: string; name: string }>(
        `select id, name from ${named.table} where organization_id = $1 and id = any($2::uuid[])`,
        [tx.organizationId, ids],
      )
    : []
  const names = new Map(rows.map((row) => [row.id, row.name]))
  return (key) => (key === null ? named.none : (names.get(key) ?? 'Somebody else'))
}
