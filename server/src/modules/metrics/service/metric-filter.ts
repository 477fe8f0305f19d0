/** To whom and what figures are narrowed: each list means any of it, all of them together. */
export interface MetricFilter {
  closerIds?: readonly string[] | undefined
  setterIds?: readonly string[] | undefined
  sourceIds?: readonly string[] | undefined
  trafficTypeIds?: readonly string[] | undefined
  callTypeIds?: readonly string[] | undefined
}
