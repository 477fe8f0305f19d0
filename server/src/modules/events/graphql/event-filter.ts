import type { GraphContext } from '../../../graphql-kit/context.ts'
import { spanOf } from '../../../graphql-kit/period.type.ts'
import { timeZoneOf } from '../../organizations/service/index.ts'
import { readFieldFilters } from '../../fields/service/index.ts'
import type { EventFilter as Wanted } from '../service/list-events.ts'
import type { EventFilter } from './events.inputs.ts'

/** The filter as the service takes it: days become instants by the organization's time zone. */
export async function readEventFilter(context: GraphContext, filter: EventFilter | undefined): Promise<Wanted> {
  if (!filter) return {}
  const { scheduled, booked, fields, ...other } = filter
  const rest = { ...other, fields: await readFieldFilters(context.tx, 'event', fields) }
  if (!scheduled && !booked) return rest
  const timeZone = await timeZoneOf(context.tx)
  return {
    ...rest,
    ...(scheduled ? { scheduled: spanOf(scheduled, 'filter.scheduled', timeZone) } : {}),
    ...(booked ? { booked: spanOf(booked, 'filter.booked', timeZone) } : {}),
  }
}
