/** The latest of these moments, as far as they are known. */
export const latest = (first: Date, ...others: readonly (Date | null | undefined)[]): Date =>
  others.reduce<Date>((found, each) => (each && each > found ? each : found), first)
