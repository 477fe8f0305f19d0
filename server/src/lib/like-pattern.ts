/** A pattern for LIKE that finds the text anywhere, taking its characters literally. */
export const likePattern = (text: string): string => `%${text.trim().replace(/[\\%_]/g, (character) => `\\${character}`)}%`
