/** A name with letter case, spacing and punctuation folded away, as the API matches names: two that fold alike are one. */
export const foldName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
