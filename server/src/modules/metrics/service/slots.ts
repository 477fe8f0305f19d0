import type { Dimension } from './dimensions.ts'
import type { MetricFilter } from './metric-filter.ts'

/** Whether slots can be told of what a filter leaves: they are not divided among setters, sources, traffic types or call types. */
export const hasSlots = ({ setterIds, sourceIds, trafficTypeIds, callTypeIds }: MetricFilter): boolean =>
  !setterIds && !sourceIds && !trafficTypeIds && !callTypeIds

const dividing: readonly Dimension[] = ['closer', 'day', 'week', 'month']

/** Whether each group has slots of its own: they are of closers and days. */
export const dividesSlots = (groupBy: readonly Dimension[]): boolean => groupBy.every((dimension) => dividing.includes(dimension))
