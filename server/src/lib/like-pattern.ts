/** Nobody’s name, address or id is longer; a longer text would be compared with every row. */
const longestSearch = 200

/** What is searched for is longer than anything that there is to be found. */
export class SearchTooLong extends Error {
  constructor() {
    super(`Search for at most ${longestSearch} characters.`)
  }
}

/** A pattern for LIKE that finds the text anywhere, taking its characters literally. Throws SearchTooLong. */
export function likePattern(text: string): string {
  const wanted = text.trim()
  if (wanted.length > longestSearch) throw new SearchTooLong()
  return `%${wanted.replace(/[\\%_]/g, (character) => `\\${character}`)}%`
}
