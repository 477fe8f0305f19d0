import type { EventOutcome, OptionColor } from '../../apollo/generated/graphql.ts'
import { optionColorCss, optionColorNames } from '../../components/option-color.ts'
import { formatCount } from '../../lib/format-count.ts'

/** The API's names of the colours, in the order in which they are offered. */
export const colorKeys = {
  SLATE: 'slate',
  BLUE: 'blue',
  GREEN: 'green',
  TEAL: 'teal',
  GOLD: 'gold',
  RUST: 'rust',
  WINE: 'wine',
  LILAC: 'lilac',
} as const satisfies Record<OptionColor, keyof typeof optionColorCss>

export const colors = Object.keys(colorKeys) as OptionColor[]

/** How a colour is drawn, and what it is called. */
export const cssOf = (color: OptionColor): string => optionColorCss[colorKeys[color]]
export const colorName = (color: OptionColor): string => optionColorNames[colorKeys[color]]

/** What an outcome can mean, in the order in which it is offered. */
export const outcomes = [
  'CLOSED',
  'OFFER_MADE',
  'NO_OFFER',
  'NO_SHOW',
  'CANCELED',
  'RESCHEDULED',
] as const satisfies EventOutcome[]

/** `12 forms`; what none names is said so. */
export const formsInWords = (count: number): string =>
  count === 0 ? 'In no form' : count === 1 ? '1 form' : `${formatCount(count)} forms`
