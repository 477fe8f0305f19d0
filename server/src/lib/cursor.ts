/** A text that is no cursor of ours. */
export class CursorFormatError extends Error {}

/** Packs values into an opaque cursor. */
export const encodeCursor = (values: readonly string[]): string => Buffer.from(JSON.stringify(values)).toString('base64url')

export function decodeCursor(text: string): string[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    if (Array.isArray(values) && values.every((value) => typeof value === 'string')) return values
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  throw new CursorFormatError('not a cursor')
}
