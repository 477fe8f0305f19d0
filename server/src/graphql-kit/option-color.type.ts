import { registerEnumType } from 'type-graphql'

export const OptionColor = {
  SLATE: 'slate',
  BLUE: 'blue',
  GREEN: 'green',
  TEAL: 'teal',
  GOLD: 'gold',
  RUST: 'rust',
  WINE: 'wine',
  LILAC: 'lilac',
} as const
registerEnumType(OptionColor, {
  name: 'OptionColor',
  description: 'A colour that marks an option, an outcome or a status; it never stands without its label.',
  valuesConfig: {
    SLATE: { description: 'A gray.' },
    BLUE: { description: 'A blue.' },
    GREEN: { description: 'A green.' },
    TEAL: { description: 'A blue green.' },
    GOLD: { description: 'A dark yellow.' },
    RUST: { description: 'A brown orange.' },
    WINE: { description: 'A dark red.' },
    LILAC: { description: 'A light violet.' },
  },
})
