import type { OptionColor } from '@clinch/schema/fields'

/** How each colour of an option, an outcome or a status is drawn, in both themes. It never stands without its label. */
export const optionColorCss: Readonly<Record<OptionColor, string>> = {
  slate: 'var(--chart-8)',
  blue: 'var(--chart-1)',
  green: 'var(--good)',
  teal: 'var(--chart-3)',
  gold: 'var(--chart-5)',
  rust: 'var(--chart-2)',
  wine: 'var(--chart-6)',
  lilac: 'var(--chart-4)',
}

/** What each is called. */
export const optionColorNames: Readonly<Record<OptionColor, string>> = {
  slate: 'Slate',
  blue: 'Blue',
  green: 'Green',
  teal: 'Teal',
  gold: 'Gold',
  rust: 'Rust',
  wine: 'Wine',
  lilac: 'Lilac',
}
