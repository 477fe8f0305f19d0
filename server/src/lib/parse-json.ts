/** In JSON both are written as escapes alone: raw bytes cannot hold half a pair, and raw U+0000 is no JSON. */
const unstorable = /\\u(?:0000|d[89a-f][\da-f]{2})/i

/**
 * Parses JSON that will be stored. PostgreSQL holds every text but one with U+0000, which nobody means, or with half of a surrogate pair,
 * which is left where an emoji was cut in two. Either would make a whole message unusable: the first is left out, the second replaced by
 * U+FFFD. Throws SyntaxError for what is not JSON.
 */
export function parseJson(text: string): unknown {
  const value: unknown = JSON.parse(text)
  return unstorable.test(text) ? storable(value) : value
}

const textOf = (text: string): string => text.replaceAll('\u0000', '').replace(/\p{Cs}/gu, '\ufffd')

function storable(value: unknown): unknown {
  if (typeof value === 'string') return textOf(value)
  if (Array.isArray(value)) return value.map(storable)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [textOf(key), storable(each)]))
}
