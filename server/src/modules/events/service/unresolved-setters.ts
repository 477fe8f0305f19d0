import type { Tx } from '../../../database/tx.ts'

/** A setter's name on bookings that matches nobody on the roster. */
export interface UnresolvedSetterName {
  /** The name with letter case, spacing and punctuation folded away. */
  id: string
  name: string
  events: number
  lastBookedAt: string
}

/** The names that wait for an admin to say whose they are, the most used first. */
export const unresolvedSetterNames = (tx: Tx): Promise<UnresolvedSetterName[]> =>
  tx.query<UnresolvedSetterName>(
    `select setter_key as id, (array_agg(setter_name order by booked_at desc))[1] as name, count(*)::int as events, max(booked_at) as "lastBookedAt"
     from events where organization_id = $1 and setter_id is null and setter_key is not null
     group by setter_key order by 3 desc, 1 limit 200`,
    [tx.organizationId],
  )
