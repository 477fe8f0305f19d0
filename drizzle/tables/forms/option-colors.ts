/** The colours that an organization may give what it lists; each is drawn in both themes. */
export const optionColors = ['slate', 'blue', 'green', 'teal', 'gold', 'rust', 'wine', 'lilac'] as const
