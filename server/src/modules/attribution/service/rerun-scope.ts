import type { Conditions } from '../../../database/conditions.ts'
import { periodBounds } from '../../../lib/period.ts'
import { countedPayments } from '../../payments/service/index.ts'
import type { Rerun } from './rerun-input.ts'

/** Says of a payment `p` of the organization `$1` whether it is credited again in its own right. */
export type Scope = (conditions: Conditions) => Conditions

export const scopeOf =
  ({ period, filter }: Rerun, timeZone: string): Scope =>
  (conditions) => {
    conditions
      .always('p.organization_id = $1')
      .always(countedPayments)
      .within('p.paid_at', periodBounds(period, timeZone))
      .anyText('p.attribution_method', filter?.methods ?? undefined)
    if (filter?.closerIds) conditions.add(filter.closerIds, (ids) => isTheirs('closer_id', ids))
    if (filter?.setterIds) conditions.add(filter.setterIds, (ids) => isTheirs('setter_id', ids))
    return conditions
  }

const isTheirs = (column: 'closer_id' | 'setter_id', ids: string): string => `(p.${column} = any(${ids}::uuid[]) or exists (
  select 1 from payment_shares s where s.organization_id = p.organization_id and s.payment_id = p.id and s.${column} = any(${ids}::uuid[])))`
