export { measurePeople } from './measure-people.ts'
export type { MetricFigures } from './metric-values.ts'
