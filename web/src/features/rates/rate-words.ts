import type { RateOrigin } from '../../apollo/generated/graphql.ts'

/** Where a rate is from, after its day: `of Nov 18, set by hand`. */
export const originWords: Readonly<Record<RateOrigin, string>> = {
  MANUAL: 'set by hand',
  FILE: 'from your file',
  REFERENCE: 'European Central Bank',
}
